import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const brevo = defineRules('Brevo', () => [
  {
    id: 'brevo-api-key',
    title: 'Brevo API or SMTP key',
    severity: 'high',
    parts: [oneOf('xkeysib-', 'xsmtpsib-'), chars('hex', 64), '-', chars('alnum', 16)],
    reference: 'https://developers.brevo.com/docs/getting-started',
    revoke: 'https://app.brevo.com/settings/keys/api',
    nearMisses: [(key) => key.replace('sib-', 'sic-')],
  },
])
