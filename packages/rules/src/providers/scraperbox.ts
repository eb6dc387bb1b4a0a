import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scraperbox = defineRules('ScraperBox', () => [
  {
    id: 'scraperbox-api-key',
    title: 'ScraperBox API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['scraperbox'], label: 'SCRAPERBOX_API_KEY' },
    nearMisses: [replacing('SCRAPERBOX_API_KEY', 'SCRAPERBOX_REGION')],
  },
])
