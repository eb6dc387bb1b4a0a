import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const twelveData = defineRules('Twelve Data', () => [
  {
    id: 'twelve-data-api-key',
    title: 'Twelve Data API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['twelvedata', 'twelve_data'], label: 'TWELVEDATA_API_KEY' },
    reference: 'https://twelvedata.com/docs',
    nearMisses: [replacing('TWELVEDATA_API_KEY', 'TWELVEDATA_VERSION')],
  },
])
