import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const mailchimp = defineRules('Mailchimp', () => [
  {
    id: 'mailchimp-api-key',
    title: 'Mailchimp API key',
    severity: 'high',
    // The end names the data centre.
    parts: [
      chars('hex', 32),
      oneOf('-us1', '-us2', '-us3', '-us4', '-us5', '-us6', '-us7', '-us8', '-us9'),
      optional(chars('digits', 1)),
    ],
    reference: 'https://mailchimp.com/developer/marketing/guides/quick-start/',
    revoke: 'https://admin.mailchimp.com/account/api/',
    nearMisses: [replacing('-us', '-eu')],
  },
])
