import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const duffel = defineRules('Duffel', () => [
  {
    id: 'duffel-access-token',
    title: 'Duffel access token',
    severity: 'high',
    parts: ['duffel_live_', chars('base64url', 43, 43, '=')],
    reference: 'https://duffel.com/docs/api/overview/making-requests',
    nearMisses: [replacing('_live_', '_life_')],
  },
  {
    id: 'duffel-test-access-token',
    title: 'Duffel access token (test mode)',
    severity: 'low',
    parts: ['duffel_test_', chars('base64url', 43, 43, '=')],
    reference: 'https://duffel.com/docs/api/overview/making-requests',
    nearMisses: [replacing('_test_', '_tast_')],
  },
])
