import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const midtrans = defineRules('Midtrans', () => [
  {
    id: 'midtrans-server-key',
    title: 'Midtrans server key',
    severity: 'critical',
    parts: ['Mid-server-', chars('base64url', 20, 28)],
    reference: 'https://docs.midtrans.com/reference/api-authorization-headers',
    nearMisses: [replacing('Mid-server-', 'Mid-client-')],
  },
  {
    id: 'midtrans-sandbox-key',
    title: 'Midtrans sandbox server key',
    severity: 'low',
    parts: ['SB-Mid-server-', chars('base64url', 20, 28)],
    nearMisses: [replacing('server-', 'client-')],
  },
])
