import { defineRules } from '../define-rule.ts'
import { anyOf, chars } from '../parts.ts'

export const nats = defineRules('NATS', () => [
  {
    id: 'nats-nkey-seed',
    title: 'NATS NKey seed',
    severity: 'critical',
    // The second letter says for whom: account, cluster, server, operator, user or curve.
    parts: ['S', anyOf('ACNOUX'), chars('base32', 56)],
    context: { words: ['nkey', 'nats', 'seed'] },
    reference: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
    nearMisses: [(text) => text.replace(/=S/, '=U')],
  },
])
