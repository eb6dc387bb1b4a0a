import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sendgrid = defineRules('SendGrid', () => [
  {
    id: 'sendgrid-api-key',
    title: 'SendGrid API key',
    severity: 'high',
    parts: ['SG.', chars('base64url', 22), '.', chars('base64url', 43)],
    reference: 'https://docs.sendgrid.com/ui/account-and-settings/api-keys',
    revoke: 'https://app.sendgrid.com/settings/api_keys',
    nearMisses: [replacing('SG.', 'MSG.')],
  },
])
