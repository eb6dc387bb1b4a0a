import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const owlbot = defineRules('Owlbot', () => [
  {
    id: 'owlbot-api-key',
    title: 'Owlbot API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['owlbot'], label: 'OWLBOT_API_KEY' },
    nearMisses: [replacing('OWLBOT_API_KEY', 'OWLBOT_REGION')],
  },
])
