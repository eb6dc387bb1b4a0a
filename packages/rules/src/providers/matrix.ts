import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const matrix = defineRules('Matrix', () => [
  {
    id: 'matrix-access-token',
    title: 'Matrix access token',
    severity: 'high',
    parts: ['syt_', chars('base64', 4, 60, '-_='), '_', chars('letters', 20), '_', chars('base62', 6)],
    reference: 'https://spec.matrix.org/',
    nearMisses: [replacing('syt_', 'syx_')],
  },
  {
    id: 'matrix-refresh-token',
    title: 'Matrix refresh token',
    severity: 'high',
    parts: ['syr_', chars('base64url', 30, 80)],
    reference: 'https://spec.matrix.org/latest/client-server-api/#refreshing-access-tokens',
    nearMisses: [replacing('syr_', 'syx_')],
  },
])
