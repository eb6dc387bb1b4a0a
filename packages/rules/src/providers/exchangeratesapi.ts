import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const exchangeratesapi = defineRules('exchangeratesapi', () => [
  {
    id: 'exchangeratesapi-api-key',
    title: 'exchangeratesapi API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['exchangeratesapi'], label: 'EXCHANGERATESAPI_API_KEY' },
    nearMisses: [replacing('EXCHANGERATESAPI_API_KEY', 'EXCHANGERATESAPI_REGION')],
  },
])
