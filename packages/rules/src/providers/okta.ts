import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const okta = defineRules('Okta', () => [
  {
    id: 'okta-api-token',
    title: 'Okta API token',
    severity: 'critical',
    parts: ['00', chars('base64url', 40)],
    context: { words: ['okta', 'ssws'], label: 'OKTA_API_TOKEN' },
    reference: 'https://developer.okta.com/docs/guides/create-an-api-token/',
    revoke: 'https://help.okta.com/en-us/content/topics/security/api.htm',
    nearMisses: [replacing('=00', '=0x')],
  },
  {
    id: 'okta-client-secret',
    title: 'Okta OAuth client secret',
    severity: 'high',
    parts: [oneOf(chars('base64url', 40), chars('base64url', 64))],
    context: { words: ['okta'], label: 'OKTA_CLIENT_SECRET' },
    reference: 'https://developer.okta.com/docs/guides/client-secret-rotation-key/',
    nearMisses: [replacing('OKTA_CLIENT_SECRET', 'OKTA_REGION')],
  },
])
