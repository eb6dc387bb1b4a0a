import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const resend = defineRules('Resend', () => [
  {
    id: 'resend-api-key',
    title: 'Resend API key',
    severity: 'high',
    parts: ['re_', chars('alnum', 8), '_', chars('alnum', 24)],
    reference: 'https://resend.com/docs/api-reference/api-keys',
    revoke: 'https://resend.com/api-keys',
    nearMisses: [replacing('re_', 'pre_')],
  },
])
