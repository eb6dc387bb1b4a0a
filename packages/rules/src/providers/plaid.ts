import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, uuid } from '../parts.ts'

export const plaid = defineRules('Plaid', () => [
  {
    id: 'plaid-access-token',
    title: 'Plaid access token',
    severity: 'critical',
    parts: [oneOf('access-production-', 'access-development-', 'access-sandbox-'), uuid],
    reference: 'https://plaid.com/docs/api/items/',
    revoke: 'https://plaid.com/docs/api/items/#itemremove',
    nearMisses: [(token) => token.replace('access-', 'public-')],
  },
  {
    id: 'plaid-secret',
    title: 'Plaid secret',
    severity: 'critical',
    parts: chars('hex', 30),
    context: { words: ['plaid'], label: 'PLAID_SECRET' },
    reference: 'https://plaid.com/docs/api/',
    revoke: 'https://dashboard.plaid.com/developers/keys',
    nearMisses: [replacing('PLAID_SECRET', 'PLAID_ITEM')],
  },
])
