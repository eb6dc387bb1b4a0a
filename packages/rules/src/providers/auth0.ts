import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const auth0 = defineRules('Auth0', () => [
  {
    id: 'auth0-client-secret',
    title: 'Auth0 client secret',
    severity: 'critical',
    parts: chars('base64url', 64),
    context: { words: ['auth0'], label: 'AUTH0_CLIENT_SECRET' },
    reference: 'https://auth0.com/docs/get-started/applications',
    nearMisses: [replacing('AUTH0_CLIENT_SECRET', 'IDP_CLIENT_SECRET')],
  },
])
