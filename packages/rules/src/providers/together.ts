import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const together = defineRules('Together AI', () => [
  {
    id: 'together-api-key',
    title: 'Together AI API key',
    severity: 'high',
    parts: ['tgp_v1_', chars('base64url', 43)],
    reference: 'https://docs.together.ai/',
    revoke: 'https://api.together.ai/settings/api-keys',
    nearMisses: [replacing('tgp_v1_', 'tgp_v0_')],
  },
])
