import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cartesia = defineRules('Cartesia', () => [
  {
    id: 'cartesia-api-key',
    title: 'Cartesia API key',
    severity: 'medium',
    parts: ['sk_car_', chars('alnum', 20, 24)],
    reference: 'https://docs.cartesia.ai/',
    nearMisses: [replacing('sk_car_', 'pk_car_')],
  },
])
