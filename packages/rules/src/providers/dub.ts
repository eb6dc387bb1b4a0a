import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const dub = defineRules('Dub', () => [
  {
    id: 'dub-api-key',
    title: 'Dub API key',
    severity: 'medium',
    parts: ['dub_', chars('alnum', 24)],
    reference: 'https://dub.co/docs/api-reference/tokens',
    nearMisses: [replacing('dub_', 'dux_')],
  },
])
