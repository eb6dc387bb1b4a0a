import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const currencyscoop = defineRules('CurrencyScoop', () => [
  {
    id: 'currencyscoop-api-key',
    title: 'CurrencyScoop API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['currencyscoop'], label: 'CURRENCYSCOOP_API_KEY' },
    nearMisses: [replacing('CURRENCYSCOOP_API_KEY', 'CURRENCYSCOOP_REGION')],
  },
])
