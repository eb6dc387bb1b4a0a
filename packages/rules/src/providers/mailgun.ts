import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailgun = defineRules('Mailgun', () => [
  {
    id: 'mailgun-api-key',
    title: 'Mailgun private API key',
    severity: 'high',
    parts: ['key-', chars('hex', 32)],
    reference: 'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication',
    revoke: 'https://app.mailgun.com/settings/api_security',
    nearMisses: [replacing('key-', 'kex-')],
  },
  {
    id: 'mailgun-sending-key',
    title: 'Mailgun API key',
    severity: 'high',
    parts: [chars('hex', 32), '-', chars('hex', 8), '-', chars('hex', 8)],
    context: { words: ['mailgun', 'mg_api'] },
    reference: 'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication',
    revoke: 'https://app.mailgun.com/settings/api_security',
    nearMisses: [replacing('MAILGUN', 'BALLGUN')],
  },
])
