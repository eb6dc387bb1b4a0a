import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const cashfree = defineRules('Cashfree', () => [
  {
    id: 'cashfree-secret-key',
    title: 'Cashfree secret key',
    severity: 'critical',
    parts: ['cfsk_ma_', oneOf('prod', 'test'), '_', chars('hex', 32), '_', chars('hex', 8)],
    reference: 'https://www.cashfree.com/docs/api-reference/authentication',
    nearMisses: [replacing('cfsk_', 'cfpk_')],
  },
])
