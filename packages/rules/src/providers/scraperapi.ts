import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scraperapi = defineRules('ScraperAPI', () => [
  {
    id: 'scraperapi-api-key',
    title: 'ScraperAPI key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['scraperapi'], label: 'SCRAPERAPI_KEY' },
    reference: 'https://docs.scraperapi.com/',
    nearMisses: [replacing('SCRAPERAPI_KEY', 'SCRAPERAPI_VERSION')],
  },
])
