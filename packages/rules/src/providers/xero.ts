import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const xero = defineRules('Xero', () => [
  {
    id: 'xero-client-secret',
    title: 'Xero client secret',
    severity: 'high',
    parts: chars('base64url', 48),
    context: {
      words: ['xero_client', 'xero_secret', 'xeroclient', 'xero.com', 'xero-client'],
      label: 'XERO_CLIENT_SECRET',
    },
    reference: 'https://developer.xero.com/documentation/guides/oauth2/auth-flow/',
    nearMisses: [replacing('XERO_CLIENT_SECRET', 'XERO_VERSION')],
  },
])
