import { alphabets, checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, check } from '../parts.ts'

// Bech32 leaves out what is easily mistaken.
const bech32 = alphabets.upperAlnum.replace(/[1BIO]/g, '')

export const age = defineRules('age', () => [
  {
    id: 'age-secret-key',
    title: 'age secret key',
    severity: 'critical',
    parts: ['AGE-SECRET-KEY-1', anyOf(bech32, 52), check(anyOf(bech32, 6))],
    checksum: checksums.bech32,
    reference: 'https://age-encryption.org/v1',
    nearMisses: [replacing('AGE-SECRET-KEY-1', 'AGE-PUBLIC-KEY-1')],
  },
  {
    id: 'age-hybrid-secret-key',
    title: 'age secret key (post-quantum)',
    severity: 'critical',
    parts: ['AGE-SECRET-KEY-PQ-1', anyOf(bech32, 52), check(anyOf(bech32, 6))],
    checksum: checksums.bech32,
    reference: 'https://github.com/FiloSottile/age',
    nearMisses: [replacing('AGE-SECRET-KEY-PQ-1', 'AGE-PUBLIC-KEY-PQ-1')],
  },
])
