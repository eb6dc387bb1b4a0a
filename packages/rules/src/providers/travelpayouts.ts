import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const travelpayouts = defineRules('Travelpayouts', () => [
  {
    id: 'travelpayouts-api-key',
    title: 'Travelpayouts API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['travelpayouts'], label: 'TRAVELPAYOUTS_API_KEY' },
    nearMisses: [replacing('TRAVELPAYOUTS_API_KEY', 'TRAVELPAYOUTS_REGION')],
  },
])
