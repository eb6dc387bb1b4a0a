import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const friendli = defineRules('Friendli', () => [
  {
    id: 'friendli-token',
    title: 'Friendli token',
    severity: 'high',
    parts: ['flp_', chars('alnum', 46)],
    reference: 'https://friendli.ai/docs/',
    nearMisses: [replacing('flp_', 'flx_')],
  },
])
