import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const infracost = defineRules('Infracost', () => [
  {
    id: 'infracost-api-key',
    title: 'Infracost API key',
    severity: 'low',
    parts: ['ico-', chars('alnum', 32)],
    reference: 'https://www.infracost.io/docs/',
    nearMisses: [replacing('ico-', 'icx-')],
  },
])
