import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const telnyx = defineRules('Telnyx', () => [
  {
    id: 'telnyx-api-key',
    title: 'Telnyx API key',
    severity: 'high',
    parts: ['KEY', chars('upperHex', 32), '_', chars('base64url', 22)],
    // Without a word near, every `key` would have to be looked at.
    context: { words: ['telnyx'] },
    reference: 'https://developers.telnyx.com/docs/api-keys',
    nearMisses: [replacing('=KEY', '=KEX')],
  },
])
