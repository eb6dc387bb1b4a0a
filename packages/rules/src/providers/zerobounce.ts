import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zerobounce = defineRules('ZeroBounce', () => [
  {
    id: 'zerobounce-api-key',
    title: 'ZeroBounce API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['zerobounce'], label: 'ZEROBOUNCE_API_KEY' },
    reference: 'https://www.zerobounce.net/docs/',
    nearMisses: [replacing('ZEROBOUNCE_API_KEY', 'ZEROBOUNCE_VERSION')],
  },
])
