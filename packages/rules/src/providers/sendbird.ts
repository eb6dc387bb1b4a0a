import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sendbird = defineRules('Sendbird', () => [
  {
    id: 'sendbird-api-token',
    title: 'Sendbird API token',
    severity: 'high',
    parts: chars('hex', 40),
    context: { words: ['sendbird'], label: 'SENDBIRD_API_TOKEN' },
    reference: 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api',
    nearMisses: [replacing('SENDBIRD_API_TOKEN', 'SENDBIRD_COMMIT')],
  },
])
