import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const lunchMoney = defineRules('Lunch Money', () => [
  {
    id: 'lunch-money-access-token',
    title: 'Lunch Money access token',
    severity: 'high',
    parts: chars('hex', 50),
    context: { words: ['lunchmoney', 'lunch_money'], label: 'LUNCHMONEY_ACCESS_TOKEN' },
    reference: 'https://lunchmoney.dev/',
    nearMisses: [replacing('LUNCHMONEY_ACCESS_TOKEN', 'LUNCHMONEY_VERSION')],
  },
])
