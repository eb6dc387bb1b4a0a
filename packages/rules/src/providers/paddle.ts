import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const paddle = defineRules('Paddle', [
  {
    id: 'paddle-api-key',
    title: 'Paddle API key',
    severity: 'critical',
    parts: ['pdl_live_apikey_', chars('lowerAlnum', 26), '_', chars('alnum', 22), '_', chars('alnum', 3)],
    reference: 'https://developer.paddle.com/api-reference/about/api-keys',
    revoke: 'https://vendors.paddle.com/authentication-v2',
    nearMisses: [replacing('_live_', '_test_')],
  },
])
