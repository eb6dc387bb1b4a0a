import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const replicate = defineRules('Replicate', () => [
  {
    id: 'replicate-api-token',
    title: 'Replicate API token',
    severity: 'high',
    parts: ['r8_', chars('base64url', 37)],
    reference: 'https://replicate.com/docs/topics/security/api-tokens',
    revoke: 'https://replicate.com/account/api-tokens',
    nearMisses: [replacing('r8_', 'r9_')],
  },
])
