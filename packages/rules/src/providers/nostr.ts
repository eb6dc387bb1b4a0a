import { alphabets, checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, check } from '../parts.ts'

// Bech32 leaves out what is easily mistaken.
const bech32 = alphabets.lowerAlnum.replace(/[1bio]/g, '')

export const nostr = defineRules('Nostr', () => [
  {
    id: 'nostr-secret-key',
    title: 'Nostr secret key',
    severity: 'high',
    parts: ['nsec1', anyOf(bech32, 52), check(anyOf(bech32, 6))],
    checksum: checksums.bech32,
    reference: 'https://github.com/nostr-protocol/nips/blob/master/19.md',
    nearMisses: [replacing('nsec1', 'npub1')],
  },
])
