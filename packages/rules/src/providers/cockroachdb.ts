import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cockroachdb = defineRules('CockroachDB', () => [
  {
    id: 'cockroachdb-api-key',
    title: 'CockroachDB Cloud API key',
    severity: 'critical',
    parts: ['CCDB1_', chars('alnum', 22), '_', chars('alnum', 40)],
    reference: 'https://www.cockroachlabs.com/docs/',
    nearMisses: [replacing('CCDB1_', 'CCDB9_')],
  },
])
