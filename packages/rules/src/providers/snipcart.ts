import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const snipcart = defineRules('Snipcart', () => [
  {
    id: 'snipcart-secret-key',
    title: 'Snipcart secret API key',
    severity: 'high',
    parts: chars('alnum', 75, 75, '_'),
    context: { words: ['snipcart'], label: 'SNIPCART_SECRET_KEY' },
    reference: 'https://docs.snipcart.com/v3/api-reference/authentication',
    nearMisses: [replacing('SNIPCART_SECRET_KEY', 'SNIPCART_REGION')],
  },
])
