import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret, slash } from '../parts.ts'

export const thingsboard = defineRules('ThingsBoard', () => [
  {
    id: 'thingsboard-device-token',
    title: 'ThingsBoard device access token in an API URL',
    severity: 'medium',
    parts: [
      ['thingsboard.cloud', slash, 'api', slash, 'v1', slash],
      secret(chars('alnum', 20)),
      [slash, oneOf('telemetry', 'attributes', 'rpc', 'claim')],
    ],
    reference: 'https://thingsboard.io/docs/reference/http-api/',
    nearMisses: [replacing('thingsboard.cloud', 'thingsboard.net')],
  },
])
