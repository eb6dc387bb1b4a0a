import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const weatherbit = defineRules('Weatherbit', () => [
  {
    id: 'weatherbit-api-key',
    title: 'Weatherbit API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['weatherbit'], label: 'WEATHERBIT_API_KEY' },
    reference: 'https://www.weatherbit.io/api',
    nearMisses: [replacing('WEATHERBIT_API_KEY', 'WEATHERBIT_VERSION')],
  },
])
