import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const okta = defineRules('Okta', [
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
])
