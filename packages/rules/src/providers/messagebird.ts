import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const messagebird = defineRules('MessageBird', () => [
  {
    id: 'messagebird-access-key',
    title: 'MessageBird access key',
    severity: 'high',
    parts: chars('alnum', 25),
    context: { words: ['messagebird', 'message_bird', 'message-bird'], label: 'MESSAGEBIRD_ACCESS_KEY' },
    reference: 'https://developers.messagebird.com/api/',
    nearMisses: [replacing('MESSAGEBIRD_ACCESS_KEY', 'MESSAGEBIRD_REGION')],
  },
])
