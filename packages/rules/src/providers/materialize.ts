import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const materialize = defineRules('Materialize', () => [
  {
    id: 'materialize-app-password',
    title: 'Materialize app password',
    severity: 'critical',
    parts: ['mzp_', chars('hex', 64)],
    reference: 'https://materialize.com/docs/security/cloud/users-service-accounts/create-service-accounts/',
    nearMisses: [replacing('mzp_', 'mzx_')],
  },
])
