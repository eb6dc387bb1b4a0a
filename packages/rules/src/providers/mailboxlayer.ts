import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailboxlayer = defineRules('mailboxlayer', () => [
  {
    id: 'mailboxlayer-api-key',
    title: 'mailboxlayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['mailboxlayer'], label: 'MAILBOXLAYER_API_KEY' },
    nearMisses: [replacing('MAILBOXLAYER_API_KEY', 'MAILBOXLAYER_REGION')],
  },
])
