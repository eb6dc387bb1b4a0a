import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zulip = defineRules('Zulip', () => [
  {
    id: 'zulip-api-key',
    title: 'Zulip API key',
    severity: 'high',
    parts: chars('alnum', 32),
    context: { words: ['zulip'], label: 'ZULIP_API_KEY' },
    reference: 'https://zulip.com/api/api-keys',
    nearMisses: [replacing('ZULIP_API_KEY', 'ZULIP_REGION')],
  },
])
