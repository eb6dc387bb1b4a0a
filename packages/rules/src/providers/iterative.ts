import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const iterative = defineRules('Iterative', () => [
  {
    id: 'iterative-studio-token',
    title: 'DVC Studio access token',
    severity: 'high',
    parts: ['isat_', chars('alnum', 40, 64)],
    reference: 'https://dvc.org/doc/studio/user-guide/account-management',
    nearMisses: [replacing('isat_', 'isax_')],
  },
])
