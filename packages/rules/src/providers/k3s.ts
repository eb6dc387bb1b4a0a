import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const k3s = defineRules('K3s', () => [
  {
    id: 'k3s-node-token',
    title: 'K3s node token',
    severity: 'critical',
    parts: ['K10', chars('hex', 64), oneOf('::server:', '::node:'), chars('hex', 32)],
    reference: 'https://docs.k3s.io/cli/token',
    nearMisses: [(token) => token.replace('::', ':')],
  },
])
