import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const datastax = defineRules('DataStax', () => [
  {
    id: 'datastax-astra-token',
    title: 'DataStax Astra application token',
    severity: 'critical',
    parts: ['AstraCS:', chars('alnum', 24), ':', chars('hex', 64)],
    reference: 'https://docs.datastax.com/',
    nearMisses: [replacing('AstraCS:', 'AstraCX:')],
  },
])
