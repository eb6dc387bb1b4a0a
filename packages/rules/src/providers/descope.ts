import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const descope = defineRules('Descope', () => [
  {
    id: 'descope-management-key',
    title: 'Descope management key',
    severity: 'critical',
    parts: ['K2', chars('alnum', 150, 200)],
    context: { words: ['descope'] },
    reference: 'https://docs.descope.com/management/manage-keys',
    nearMisses: [replacing('=K2', '=K3')],
  },
])
