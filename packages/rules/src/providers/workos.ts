import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

// What stands behind the prefix is the base64 of `key_…`.

export const workos = defineRules('WorkOS', () => [
  {
    id: 'workos-api-key',
    title: 'WorkOS API key',
    severity: 'critical',
    parts: ['sk_live_a2V5Xz', chars('base64', 66, 74, '=')],
    reference: 'https://workos.com/docs/reference/api-keys',
    revoke: 'https://dashboard.workos.com/api-keys',
    nearMisses: [replacing('sk_live_', 'pk_live_')],
  },
  {
    id: 'workos-test-key',
    title: 'WorkOS API key (test mode)',
    severity: 'low',
    parts: ['sk_test_a2V5Xz', chars('base64', 66, 74, '=')],
    reference: 'https://workos.com/docs/reference/api-keys',
    revoke: 'https://dashboard.workos.com/api-keys',
    nearMisses: [replacing('sk_test_', 'pk_test_')],
  },
])
