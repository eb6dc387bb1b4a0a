import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nightfall = defineRules('Nightfall', () => [
  {
    id: 'nightfall-api-key',
    title: 'Nightfall API key',
    severity: 'high',
    parts: ['NF-', chars('alnum', 32)],
    reference: 'https://docs.nightfall.ai/',
    nearMisses: [replacing('NF-', 'NG-')],
  },
])
