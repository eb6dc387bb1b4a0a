import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const insightly = defineRules('Insightly', () => [
  {
    id: 'insightly-api-key',
    title: 'Insightly API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 36, 36, '-'),
    context: { words: ['insightly'], label: 'INSIGHTLY_API_KEY' },
    nearMisses: [replacing('INSIGHTLY_API_KEY', 'INSIGHTLY_REGION')],
  },
])
