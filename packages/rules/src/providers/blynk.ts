import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const blynk = defineRules('Blynk', [
  {
    id: 'blynk-oauth-client-id',
    title: 'Blynk organisation OAuth client id',
    severity: 'low',
    parts: ['oa2-client-id_', chars('base64url', 32)],
    reference: 'https://docs.blynk.io/en/blynk.cloud/platform-api/authentication',
    nearMisses: [replacing('client-id_', 'client-ref_')],
  },
])
