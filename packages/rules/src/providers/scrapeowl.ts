import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scrapeowl = defineRules('ScrapeOwl', () => [
  {
    id: 'scrapeowl-api-key',
    title: 'ScrapeOwl API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 30),
    context: { words: ['scrapeowl'], label: 'SCRAPEOWL_API_KEY' },
    nearMisses: [replacing('SCRAPEOWL_API_KEY', 'SCRAPEOWL_REGION')],
  },
])
