import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const square = defineRules('Square', () => [
  {
    id: 'square-access-token',
    title: 'Square access token',
    severity: 'critical',
    parts: ['EAAA', chars('base64url', 60)],
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    revoke: 'https://developer.squareup.com/docs/oauth-api/revoke-renew-obtain',
    nearMisses: [replacing('EAAA', 'EBAA')],
  },
  {
    id: 'square-personal-access-token',
    title: 'Square personal access token (old form)',
    severity: 'critical',
    parts: ['sq0atp-', chars('base64url', 22)],
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    nearMisses: [replacing('sq0atp-', 'sq0idp-')],
  },
  {
    id: 'square-application-secret',
    title: 'Square application secret',
    severity: 'high',
    parts: ['sq0csp-', chars('base64url', 43)],
    reference: 'https://developer.squareup.com/docs/build-basics/access-tokens',
    nearMisses: [replacing('sq0csp-', 'sq0idp-')],
  },
])
