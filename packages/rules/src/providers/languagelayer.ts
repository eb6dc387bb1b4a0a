import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const languagelayer = defineRules('languagelayer', () => [
  {
    id: 'languagelayer-api-key',
    title: 'languagelayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['languagelayer'], label: 'LANGUAGELAYER_API_KEY' },
    nearMisses: [replacing('LANGUAGELAYER_API_KEY', 'LANGUAGELAYER_REGION')],
  },
])
