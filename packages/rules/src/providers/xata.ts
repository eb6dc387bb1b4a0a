import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const xata = defineRules('Xata', () => [
  {
    id: 'xata-api-key',
    title: 'Xata API key',
    severity: 'high',
    parts: ['xau_', chars('alnum', 32, 48)],
    reference: 'https://xata.io/docs/api-reference/authentication',
    nearMisses: [replacing('xau_', 'xaw_')],
  },
])
