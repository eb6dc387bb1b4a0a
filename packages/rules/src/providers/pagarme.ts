import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pagarme = defineRules('Pagar.me', () => [
  {
    id: 'pagarme-api-key',
    title: 'Pagar.me API key',
    severity: 'high',
    parts: ['ak_live_', chars('alnum', 30)],
    reference: 'https://docs.pagar.me/',
    nearMisses: [replacing('ak_live_', 'ek_live_')],
  },
])
