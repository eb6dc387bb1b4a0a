import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailersend = defineRules('MailerSend', () => [
  {
    id: 'mailersend-api-token',
    title: 'MailerSend API token',
    severity: 'high',
    parts: ['mlsn.', chars('hex', 64)],
    reference: 'https://developers.mailersend.com/',
    nearMisses: [replacing('mlsn.', 'mlsm.')],
  },
])
