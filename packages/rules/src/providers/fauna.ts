import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const fauna = defineRules('Fauna', () => [
  {
    id: 'fauna-key-secret',
    title: 'Fauna key secret',
    severity: 'critical',
    parts: [oneOf('fnAC', 'fnAD', 'fnAE', 'fnAF', 'fnAG', 'fnAH'), chars('base64url', 36)],
    reference: 'https://docs.faunadb.org/fauna/current/learn/security/keys/',
    nearMisses: [(token) => token.replace('fnA', 'fmA')],
  },
])
