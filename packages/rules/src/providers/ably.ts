import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ably = defineRules('Ably', () => [
  {
    id: 'ably-api-key',
    title: 'Ably API key',
    severity: 'high',
    parts: [chars('base64url', 6), '.', chars('base64url', 6), ':', chars('base64url', 43, 44)],
    context: {
      words: ['ably_', 'ably-api', 'ably.io', 'ably.com', 'ablyapi', 'ablykey'],
      label: 'ABLY_API_KEY',
    },
    reference: 'https://ably.com/docs/auth',
    nearMisses: [replacing('ABLY_API_KEY', 'ABLY_VERSION')],
  },
])
