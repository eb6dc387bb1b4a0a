import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const etsy = defineRules('Etsy', () => [
  {
    id: 'etsy-keystring',
    title: 'Etsy API keystring',
    severity: 'medium',
    parts: chars('lowerAlnum', 24),
    context: { words: ['etsy'], label: 'ETSY_API_KEY' },
    reference: 'https://developers.etsy.com/documentation/essentials/authentication',
    nearMisses: [replacing('ETSY_API_KEY', 'ETSY_VERSION')],
  },
])
