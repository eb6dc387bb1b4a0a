import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const defined = defineRules('Defined Networking', () => [
  {
    id: 'defined-networking-api-token',
    title: 'Defined Networking API token',
    severity: 'critical',
    parts: ['dnkey-', chars('base32', 26), '-', chars('base32', 52)],
    reference: 'https://docs.defined.net/api/',
    nearMisses: [replacing('dnkey-', 'dnkex-')],
  },
])
