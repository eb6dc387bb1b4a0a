import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pubnub = defineRules('PubNub', () => [
  {
    id: 'pubnub-secret-key',
    title: 'PubNub secret key',
    severity: 'high',
    parts: ['sec-c-', chars('base64', 46, 50, '=')],
    reference: 'https://www.pubnub.com/docs/general/basics/identify-users-and-devices',
    nearMisses: [replacing('sec-c-', 'pub-c-')],
  },
])
