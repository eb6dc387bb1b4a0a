import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const onepassword = defineRules('1Password', () => [
  {
    id: 'onepassword-service-account-token',
    title: '1Password service account token',
    severity: 'critical',
    parts: ['ops_eyJ', chars('base64url', 160, 4000), optional('='), optional('=')],
    reference: 'https://developer.1password.com/docs/service-accounts/',
    revoke: 'https://developer.1password.com/docs/service-accounts/manage-service-accounts/',
    nearMisses: [replacing('ops_eyJ', 'ops_eyX')],
  },
  {
    id: 'onepassword-secret-key',
    title: '1Password account secret key',
    severity: 'high',
    parts: [
      'A3-',
      chars('upperAlnum', 6),
      '-',
      oneOf([chars('upperAlnum', 6), '-', chars('upperAlnum', 5)], chars('upperAlnum', 11)),
      '-',
      chars('upperAlnum', 5),
      '-',
      chars('upperAlnum', 5),
      '-',
      chars('upperAlnum', 5),
    ],
    reference: 'https://support.1password.com/secret-key-security/',
    nearMisses: [replacing('A3-', 'A4-')],
  },
])
