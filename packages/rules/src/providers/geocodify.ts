import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const geocodify = defineRules('Geocodify', () => [
  {
    id: 'geocodify-api-key',
    title: 'Geocodify API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['geocodify'], label: 'GEOCODIFY_API_KEY' },
    nearMisses: [replacing('GEOCODIFY_API_KEY', 'GEOCODIFY_REGION')],
  },
])
