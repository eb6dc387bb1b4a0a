import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret, slash } from '../parts.ts'

export const blynk = defineRules('Blynk', () => [
  {
    id: 'blynk-oauth-client-id',
    title: 'Blynk organisation OAuth client id',
    severity: 'low',
    parts: ['oa2-client-id_', chars('base64url', 32)],
    reference: 'https://docs.blynk.io/en/blynk.cloud/platform-api/authentication',
    nearMisses: [replacing('client-id_', 'client-ref_')],
  },
  {
    id: 'blynk-device-token',
    title: 'Blynk device token in an API URL',
    severity: 'medium',
    parts: [
      oneOf(
        ['blynk-cloud.com', slash],
        ['blynk.cloud', slash, 'external', slash, 'api', slash, oneOf('get', 'update'), '?token='],
      ),
      secret(chars('base64url', 32)),
    ],
    reference: 'https://docs.blynk.io/en/blynk.cloud/device-https-api',
    nearMisses: [(url) => url.replace('blynk', 'blink')],
  },
])
