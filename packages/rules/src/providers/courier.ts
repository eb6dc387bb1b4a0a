import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const courier = defineRules('Courier', () => [
  {
    id: 'courier-auth-token',
    title: 'Courier auth token',
    severity: 'medium',
    parts: ['pk_prod_', chars('alnum', 28)],
    reference: 'https://www.courier.com/docs/',
    nearMisses: [replacing('pk_prod_', 'pk_prox_')],
  },
])
