import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const replyio = defineRules('Reply', () => [
  {
    id: 'replyio-api-key',
    title: 'Reply API key',
    severity: 'medium',
    parts: chars('alnum', 24),
    context: { words: ['replyio'], label: 'REPLYIO_API_KEY' },
    nearMisses: [replacing('REPLYIO_API_KEY', 'REPLYIO_REGION')],
  },
])
