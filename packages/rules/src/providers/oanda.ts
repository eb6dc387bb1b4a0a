import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const oanda = defineRules('OANDA', () => [
  {
    id: 'oanda-api-key',
    title: 'OANDA API key',
    severity: 'medium',
    parts: chars('alnum', 24),
    context: { words: ['oanda'], label: 'OANDA_API_KEY' },
    nearMisses: [replacing('OANDA_API_KEY', 'OANDA_REGION')],
  },
])
