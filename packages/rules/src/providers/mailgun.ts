import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const mailgun = defineRules('Mailgun', [
  {
    id: 'mailgun-api-key',
    title: 'Mailgun private API key',
    severity: 'high',
    parts: oneOf(['key-', chars('hex', 32)], [chars('hex', 32), '-', chars('hex', 8), '-', chars('hex', 8)]),
    context: { words: ['mailgun', 'mg_api'] },
    reference: 'https://documentation.mailgun.com/docs/mailgun/api-reference/authentication',
    revoke: 'https://app.mailgun.com/settings/api_security',
    nearMisses: [(text) => text.replace('MAILGUN', 'BALLGUN')],
  },
])
