import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const scale = defineRules('Scale AI', () => [
  {
    id: 'scale-api-key',
    title: 'Scale AI API or callback key',
    severity: 'high',
    parts: ['live_', optional('auth_'), chars('hex', 32)],
    reference: 'https://scale.com/docs/api-reference/authentication',
    nearMisses: [replacing('live_', 'life_')],
  },
])
