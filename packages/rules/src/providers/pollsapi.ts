import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pollsapi = defineRules('PollsAPI', () => [
  {
    id: 'pollsapi-api-key',
    title: 'PollsAPI key',
    severity: 'medium',
    parts: chars('upperAlnum', 28),
    context: { words: ['pollsapi'], label: 'POLLSAPI_API_KEY' },
    nearMisses: [replacing('POLLSAPI_API_KEY', 'POLLSAPI_REGION')],
  },
])
