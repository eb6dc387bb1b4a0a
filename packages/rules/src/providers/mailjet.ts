import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailjet = defineRules('Mailjet', () => [
  {
    id: 'mailjet-api-secret',
    title: 'Mailjet API key or secret',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['mailjet'], label: 'MAILJET_API_SECRET' },
    reference: 'https://dev.mailjet.com/email/guides/',
    nearMisses: [replacing('MAILJET_API_SECRET', 'MAILJET_BUILD_ID')],
  },
])
