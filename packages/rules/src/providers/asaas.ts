import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const asaas = defineRules('Asaas', () => [
  {
    id: 'asaas-api-key',
    title: 'Asaas API key',
    severity: 'critical',
    parts: ['$aact_prod_', chars('alnum', 60, 220, '=:+/_-')],
    reference: 'https://docs.asaas.com/docs/authentication',
    nearMisses: [replacing('$aact_', '$aaxt_')],
  },
])
