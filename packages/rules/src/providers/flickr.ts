import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const flickr = defineRules('Flickr', () => [
  {
    id: 'flickr-api-key',
    title: 'Flickr API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['flickr'], label: 'FLICKR_API_KEY' },
    reference: 'https://www.flickr.com/services/api/misc.api_keys.html',
    nearMisses: [replacing('FLICKR_API_KEY', 'FLICKR_VERSION')],
  },
])
