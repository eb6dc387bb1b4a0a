import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const e2b = defineRules('E2B', () => [
  {
    id: 'e2b-api-key',
    title: 'E2B API key',
    severity: 'high',
    parts: ['e2b_', chars('hex', 40)],
    reference: 'https://e2b.dev/docs/getting-started/api-key',
    nearMisses: [replacing('e2b_', 'e3b_')],
  },
])
