import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tickettailor = defineRules('Ticket Tailor', () => [
  {
    id: 'tickettailor-api-key',
    title: 'Ticket Tailor API key',
    severity: 'medium',
    parts: ['sk_', chars('digits', 4, 5), '_', chars('digits', 6), '_', chars('hex', 32)],
    reference: 'https://developers.tickettailor.com/',
    nearMisses: [replacing('sk_', 'sx_')],
  },
])
