import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zipcodeapi = defineRules('ZipCodeAPI', () => [
  {
    id: 'zipcodeapi-api-key',
    title: 'ZipCodeAPI key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['zipcodeapi'], label: 'ZIPCODEAPI_API_KEY' },
    nearMisses: [replacing('ZIPCODEAPI_API_KEY', 'ZIPCODEAPI_REGION')],
  },
])
