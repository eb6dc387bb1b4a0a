import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const yelp = defineRules('Yelp', () => [
  {
    id: 'yelp-api-key',
    title: 'Yelp API key',
    severity: 'low',
    parts: chars('base64url', 128),
    context: { words: ['yelp'], label: 'YELP_API_KEY' },
    reference: 'https://docs.developer.yelp.com/docs/fusion-authentication',
    nearMisses: [replacing('YELP_API_KEY', 'YELP_VERSION')],
  },
])
