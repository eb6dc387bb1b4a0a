import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const photoroom = defineRules('PhotoRoom', () => [
  {
    id: 'photoroom-api-key',
    title: 'PhotoRoom API key',
    severity: 'medium',
    parts: ['sk_pr_', chars('alnum', 1, 40, '_'), '_', chars('hex', 40)],
    reference: 'https://docs.photoroom.com/',
    nearMisses: [replacing('sk_pr_', 'sk_px_')],
  },
])
