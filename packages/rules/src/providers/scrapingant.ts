import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scrapingant = defineRules('ScrapingAnt', () => [
  {
    id: 'scrapingant-api-key',
    title: 'ScrapingAnt API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['scrapingant'], label: 'SCRAPINGANT_API_KEY' },
    reference: 'https://docs.scrapingant.com/',
    nearMisses: [replacing('SCRAPINGANT_API_KEY', 'SCRAPINGANT_VERSION')],
  },
])
