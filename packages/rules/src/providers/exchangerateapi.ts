import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const exchangerateapi = defineRules('ExchangeRate-API', () => [
  {
    id: 'exchangerateapi-api-key',
    title: 'ExchangeRate-API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 24),
    context: { words: ['exchangerateapi'], label: 'EXCHANGERATEAPI_API_KEY' },
    nearMisses: [replacing('EXCHANGERATEAPI_API_KEY', 'EXCHANGERATEAPI_REGION')],
  },
])
