import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const financialModelingPrep = defineRules('Financial Modeling Prep', () => [
  {
    id: 'financial-modeling-prep-api-key',
    title: 'Financial Modeling Prep API key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['financialmodelingprep', 'fmp_api'], label: 'FMP_API_KEY' },
    reference: 'https://site.financialmodelingprep.com/developer/docs',
    nearMisses: [replacing('FMP_API_KEY', 'FMP_REGION')],
  },
])
