import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const zenscrape = defineRules('Zenscrape', () => [
  {
    id: 'zenscrape-api-key',
    title: 'Zenscrape API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['zenscrape'], label: 'ZENSCRAPE_API_KEY' },
    nearMisses: [replacing('ZENSCRAPE_API_KEY', 'ZENSCRAPE_REGION')],
  },
])
