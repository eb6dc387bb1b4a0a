import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const flatio = defineRules('Flat', () => [
  {
    id: 'flatio-api-key',
    title: 'Flat API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 128),
    context: { words: ['flatio_', 'flat_io', 'flat.io'], label: 'FLATIO_API_KEY' },
    nearMisses: [replacing('FLATIO_API_KEY', 'FLATIO_REGION')],
  },
])
