import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const stytch = defineRules('Stytch', () => [
  {
    id: 'stytch-secret',
    title: 'Stytch secret',
    severity: 'critical',
    parts: ['secret-live-', chars('base64url', 35), '='],
    reference: 'https://stytch.com/docs',
    nearMisses: [replacing('secret-live-', 'secret-life-')],
  },
  {
    id: 'stytch-test-secret',
    title: 'Stytch secret of the test environment',
    severity: 'low',
    parts: ['secret-test-', chars('base64url', 35), '='],
    nearMisses: [replacing('test-', 'tent-')],
  },
])
