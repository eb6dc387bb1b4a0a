import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const razorpay = defineRules('Razorpay', () => [
  {
    id: 'razorpay-key-id',
    title: 'Razorpay API key id',
    severity: 'medium',
    parts: [oneOf('rzp_live_', 'rzp_test_'), chars('alnum', 14)],
    reference: 'https://razorpay.com/docs/api/authentication/',
    nearMisses: [replacing('rzp_', 'rzq_')],
  },
  {
    id: 'razorpay-key-secret',
    title: 'Razorpay API key secret',
    severity: 'critical',
    companions: ['razorpay-key-id'],
    parts: chars('alnum', 24),
    context: { words: ['razorpay'], label: 'RAZORPAY_KEY_SECRET' },
    reference: 'https://razorpay.com/docs/api/authentication/',
    revoke: 'https://dashboard.razorpay.com/app/keys',
    nearMisses: [replacing('_KEY_SECRET', '_ORDER_ID')],
  },
])
