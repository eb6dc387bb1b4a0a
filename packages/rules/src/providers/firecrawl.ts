import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const firecrawl = defineRules('Firecrawl', () => [
  {
    id: 'firecrawl-api-key',
    title: 'Firecrawl API key',
    severity: 'medium',
    parts: ['fc-', chars('hex', 32)],
    reference: 'https://docs.firecrawl.dev/',
    nearMisses: [replacing('fc-', 'fx-')],
  },
])
