import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const trufflehog = defineRules('TruffleHog', () => [
  {
    id: 'trufflehog-enterprise-secret',
    title: 'TruffleHog Enterprise secret',
    severity: 'medium',
    parts: ['thog-secret-', chars('hex', 32)],
    reference: 'https://docs.trufflesecurity.com/',
    nearMisses: [replacing('secret-', 'public-')],
  },
  {
    id: 'trufflehog-enterprise-key',
    title: 'TruffleHog Enterprise key id',
    severity: 'low',
    parts: ['thog-key-', chars('hex', 16)],
    nearMisses: [replacing('thog-key-', 'thog-kex-')],
  },
])
