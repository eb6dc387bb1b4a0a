import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const paddle = defineRules('Paddle', () => [
  {
    id: 'paddle-api-key',
    title: 'Paddle API key',
    severity: 'critical',
    parts: [
      oneOf('pdl_live_apikey_', 'pdl_sdbx_apikey_'),
      chars('lowerAlnum', 26),
      '_',
      chars('alnum', 22),
      '_',
      chars('alnum', 3),
    ],
    reference: 'https://developer.paddle.com/api-reference/about/api-keys',
    revoke: 'https://vendors.paddle.com/authentication-v2',
    nearMisses: [replacing('apikey_', 'apikex_')],
  },
  {
    id: 'paddle-notification-secret',
    title: 'Paddle webhook notification secret',
    severity: 'high',
    parts: ['pdl_ntfset_', chars('lowerAlnum', 26), '_', chars('base64', 32)],
    reference: 'https://developer.paddle.com/webhooks/about/signature-verification',
    nearMisses: [replacing('ntfset', 'ntflog')],
  },
])
