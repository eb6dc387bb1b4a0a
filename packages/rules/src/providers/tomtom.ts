import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tomtom = defineRules('TomTom', () => [
  {
    id: 'tomtom-api-key',
    title: 'TomTom API key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['tomtom'], label: 'TOMTOM_API_KEY' },
    reference: 'https://developer.tomtom.com/',
    nearMisses: [replacing('TOMTOM_API_KEY', 'TOMTOM_REGION')],
  },
])
