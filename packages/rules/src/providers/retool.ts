import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const retool = defineRules('Retool', () => [
  {
    id: 'retool-api-token',
    title: 'Retool API token',
    severity: 'high',
    parts: ['retool_01', chars('alnum', 22, 32)],
    reference: 'https://docs.retool.com/org-users/guides/retool-api/authentication',
    nearMisses: [replacing('retool_', 'retoor_')],
  },
])
