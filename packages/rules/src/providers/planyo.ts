import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const planyo = defineRules('Planyo', () => [
  {
    id: 'planyo-api-key',
    title: 'Planyo API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 62),
    context: { words: ['planyo'], label: 'PLANYO_API_KEY' },
    nearMisses: [replacing('PLANYO_API_KEY', 'PLANYO_REGION')],
  },
])
