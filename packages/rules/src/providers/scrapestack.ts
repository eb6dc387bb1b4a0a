import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scrapestack = defineRules('scrapestack', () => [
  {
    id: 'scrapestack-api-key',
    title: 'scrapestack API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['scrapestack'], label: 'SCRAPESTACK_API_KEY' },
    nearMisses: [replacing('SCRAPESTACK_API_KEY', 'SCRAPESTACK_REGION')],
  },
])
