import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const bitly = defineRules('Bitly', () => [
  {
    id: 'bitly-access-token',
    title: 'Bitly access token',
    severity: 'medium',
    parts: chars('alnum', 40, 40, '-'),
    context: { words: ['bitly'], label: 'BITLY_ACCESS_TOKEN' },
    reference: 'https://dev.bitly.com/docs/getting-started/authentication/',
    nearMisses: [replacing('BITLY_ACCESS_TOKEN', 'BITLY_REGION')],
  },
])
