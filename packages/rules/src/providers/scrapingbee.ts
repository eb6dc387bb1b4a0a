import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scrapingbee = defineRules('ScrapingBee', () => [
  {
    id: 'scrapingbee-api-key',
    title: 'ScrapingBee API key',
    severity: 'low',
    parts: chars('upperAlnum', 80),
    context: { words: ['scrapingbee'], label: 'SCRAPINGBEE_API_KEY' },
    reference: 'https://www.scrapingbee.com/documentation/',
    nearMisses: [replacing('SCRAPINGBEE_API_KEY', 'SCRAPINGBEE_VERSION')],
  },
])
