import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tiingo = defineRules('Tiingo', () => [
  {
    id: 'tiingo-api-token',
    title: 'Tiingo API token',
    severity: 'low',
    parts: chars('lowerAlnum', 40),
    context: { words: ['tiingo'], label: 'TIINGO_API_TOKEN' },
    reference: 'https://www.tiingo.com/documentation/general/connecting',
    nearMisses: [replacing('TIINGO_API_TOKEN', 'TIINGO_VERSION')],
  },
])
