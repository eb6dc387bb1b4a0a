import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const postmark = defineRules('Postmark', () => [
  {
    id: 'postmark-token',
    title: 'Postmark server or account token',
    severity: 'high',
    parts: uuid,
    context: { words: ['postmark'], label: 'POSTMARK_SERVER_TOKEN' },
    reference: 'https://postmarkapp.com/developer/api/overview',
    nearMisses: [replacing('POSTMARK_SERVER_TOKEN', 'POSTMARK_MESSAGE')],
  },
])
