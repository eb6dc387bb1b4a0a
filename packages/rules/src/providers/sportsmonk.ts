import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sportsmonk = defineRules('Sportmonks', () => [
  {
    id: 'sportsmonk-api-key',
    title: 'Sportmonks API key',
    severity: 'medium',
    parts: chars('alnum', 60),
    context: { words: ['sportsmonk'], label: 'SPORTSMONK_API_KEY' },
    nearMisses: [replacing('SPORTSMONK_API_KEY', 'SPORTSMONK_REGION')],
  },
])
