import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const iterable = defineRules('Iterable', () => [
  {
    id: 'iterable-api-key',
    title: 'Iterable API key',
    severity: 'high',
    parts: chars('anyHex', 32),
    context: {
      words: ['iterable_api', 'iterable_key', 'iterable-api', 'api.iterable'],
      label: 'ITERABLE_API_KEY',
    },
    reference: 'https://support.iterable.com/hc/en-us/articles/360043464871-API-Keys',
    nearMisses: [replacing('ITERABLE_API_KEY', 'ITERABLE_BUILD_ID')],
  },
])
