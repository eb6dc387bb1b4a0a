import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const brave = defineRules('Brave', () => [
  {
    id: 'brave-search-api-key',
    title: 'Brave Search API key',
    severity: 'medium',
    parts: ['BSA', chars('base64url', 24, 30)],
    context: {
      words: ['brave_search', 'brave-search', 'bravesearch', 'brave_api', 'search.brave'],
      label: 'BRAVE_API_KEY',
    },
    reference: 'https://api-dashboard.search.brave.com/app/documentation',
    nearMisses: [replacing('=BSA', '=BSX')],
  },
])
