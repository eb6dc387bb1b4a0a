import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const currencyfreaks = defineRules('CurrencyFreaks', () => [
  {
    id: 'currencyfreaks-api-key',
    title: 'CurrencyFreaks API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['currencyfreaks'], label: 'CURRENCYFREAKS_API_KEY' },
    nearMisses: [replacing('CURRENCYFREAKS_API_KEY', 'CURRENCYFREAKS_REGION')],
  },
])
