import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rawg = defineRules('RAWG', () => [
  {
    id: 'rawg-api-key',
    title: 'RAWG API key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['rawg'], label: 'RAWG_API_KEY' },
    reference: 'https://api.rawg.io/docs/',
    nearMisses: [replacing('RAWG_API_KEY', 'RAWG_REGION')],
  },
])
