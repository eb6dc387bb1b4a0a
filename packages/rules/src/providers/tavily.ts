import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const tavily = defineRules('Tavily', () => [
  {
    id: 'tavily-api-key',
    title: 'Tavily API key',
    severity: 'medium',
    parts: ['tvly-', optional(oneOf('dev-', 'prod-')), chars('alnum', 32)],
    reference: 'https://docs.tavily.com/',
    nearMisses: [replacing('tvly-', 'tvlx-')],
  },
])
