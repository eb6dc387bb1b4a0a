import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const firehydrant = defineRules('FireHydrant', () => [
  {
    id: 'firehydrant-bot-token',
    title: 'FireHydrant bot token',
    severity: 'high',
    parts: ['fhb-', chars('hex', 32, 64)],
    reference: 'https://docs.firehydrant.com/docs/api-keys',
    nearMisses: [replacing('fhb-', 'fhx-')],
  },
])
