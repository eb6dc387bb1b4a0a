import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hunterIo = defineRules('Hunter', () => [
  {
    id: 'hunter-io-api-key',
    title: 'Hunter API key',
    severity: 'low',
    parts: chars('hex', 40),
    context: { words: ['hunter.io', 'hunter_api', 'hunterio', 'hunter_io'], label: 'HUNTER_API_KEY' },
    reference: 'https://hunter.io/api-documentation/v2',
    nearMisses: [replacing('HUNTER_API_KEY', 'HUNTER_COMMIT')],
  },
])
