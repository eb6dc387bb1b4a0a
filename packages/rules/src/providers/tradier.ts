import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tradier = defineRules('Tradier', () => [
  {
    id: 'tradier-access-token',
    title: 'Tradier access token',
    severity: 'critical',
    parts: chars('alnum', 28),
    context: { words: ['tradier'], label: 'TRADIER_ACCESS_TOKEN' },
    reference: 'https://documentation.tradier.com/',
    nearMisses: [replacing('TRADIER_ACCESS_TOKEN', 'TRADIER_REGION')],
  },
])
