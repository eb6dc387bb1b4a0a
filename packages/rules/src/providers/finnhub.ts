import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const finnhub = defineRules('Finnhub', () => [
  {
    id: 'finnhub-api-key',
    title: 'Finnhub API key',
    severity: 'low',
    parts: chars('lowerAlnum', 20),
    context: { words: ['finnhub'], label: 'FINNHUB_API_KEY' },
    reference: 'https://finnhub.io/docs/api/authentication',
    nearMisses: [replacing('FINNHUB_API_KEY', 'FINNHUB_VERSION')],
  },
])
