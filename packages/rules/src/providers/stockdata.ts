import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const stockdata = defineRules('StockData', () => [
  {
    id: 'stockdata-api-key',
    title: 'StockData API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['stockdata'], label: 'STOCKDATA_API_KEY' },
    nearMisses: [replacing('STOCKDATA_API_KEY', 'STOCKDATA_REGION')],
  },
])
