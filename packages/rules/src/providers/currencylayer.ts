import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const currencylayer = defineRules('currencylayer', () => [
  {
    id: 'currencylayer-api-key',
    title: 'currencylayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['currencylayer'], label: 'CURRENCYLAYER_API_KEY' },
    nearMisses: [replacing('CURRENCYLAYER_API_KEY', 'CURRENCYLAYER_REGION')],
  },
])
