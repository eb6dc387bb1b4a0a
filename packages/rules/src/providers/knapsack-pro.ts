import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const knapsackPro = defineRules('Knapsack Pro', () => [
  {
    id: 'knapsack-pro-api-token',
    title: 'Knapsack Pro API token',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['knapsack'], label: 'KNAPSACK_PRO_TEST_SUITE_TOKEN' },
    reference: 'https://docs.knapsackpro.com/',
    nearMisses: [replacing('KNAPSACK_PRO_TEST_SUITE_TOKEN', 'KNAPSACK_VERSION')],
  },
])
