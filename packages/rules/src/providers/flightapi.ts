import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const flightapi = defineRules('FlightAPI', () => [
  {
    id: 'flightapi-api-key',
    title: 'FlightAPI key',
    severity: 'medium',
    parts: chars('lowerAlnum', 24),
    context: { words: ['flightapi'], label: 'FLIGHTAPI_API_KEY' },
    nearMisses: [replacing('FLIGHTAPI_API_KEY', 'FLIGHTAPI_REGION')],
  },
])
