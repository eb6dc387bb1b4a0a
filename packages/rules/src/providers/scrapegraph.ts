import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const scrapegraph = defineRules('ScrapeGraphAI', () => [
  {
    id: 'scrapegraph-api-key',
    title: 'ScrapeGraphAI API key',
    severity: 'medium',
    parts: ['sgai-', uuid],
    reference: 'https://docs.scrapegraphai.com/introduction',
    nearMisses: [replacing('sgai-', 'sgax-')],
  },
])
