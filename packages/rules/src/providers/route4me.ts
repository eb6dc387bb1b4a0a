import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const route4me = defineRules('Route4Me', () => [
  {
    id: 'route4me-api-key',
    title: 'Route4Me API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['route4me'], label: 'ROUTE4ME_API_KEY' },
    nearMisses: [replacing('ROUTE4ME_API_KEY', 'ROUTE4ME_REGION')],
  },
])
