import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kaggle = defineRules('Kaggle', () => [
  {
    id: 'kaggle-api-token',
    title: 'Kaggle API token',
    severity: 'medium',
    parts: ['KGAT_', chars('hex', 32)],
    reference: 'https://www.kaggle.com/docs/api',
    nearMisses: [replacing('KGAT_', 'KGAX_')],
  },
])
