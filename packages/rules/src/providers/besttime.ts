import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const besttime = defineRules('BestTime', () => [
  {
    id: 'besttime-private-key',
    title: 'BestTime private API key',
    severity: 'medium',
    parts: ['pri_', chars('hex', 32)],
    reference: 'https://documentation.besttime.app/',
    nearMisses: [replacing('pri_', 'pub_')],
  },
])
