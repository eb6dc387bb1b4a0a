import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pganalyze = defineRules('pganalyze', () => [
  {
    id: 'pganalyze-read-key',
    title: 'pganalyze read API key',
    severity: 'medium',
    parts: ['pgar_', chars('alnum', 27)],
    reference: 'https://pganalyze.com/docs/api',
    nearMisses: [replacing('pgar_', 'pgax_')],
  },
])
