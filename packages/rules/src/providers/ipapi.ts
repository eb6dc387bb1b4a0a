import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ipapi = defineRules('ipapi', () => [
  {
    id: 'ipapi-api-key',
    title: 'ipapi API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['ipapi'], label: 'IPAPI_API_KEY' },
    nearMisses: [replacing('IPAPI_API_KEY', 'IPAPI_REGION')],
  },
])
