import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const weatherstack = defineRules('Weatherstack', () => [
  {
    id: 'weatherstack-access-key',
    title: 'Weatherstack access key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['weatherstack'], label: 'WEATHERSTACK_ACCESS_KEY' },
    reference: 'https://weatherstack.com/documentation',
    nearMisses: [replacing('WEATHERSTACK_ACCESS_KEY', 'WEATHERSTACK_VERSION')],
  },
])
