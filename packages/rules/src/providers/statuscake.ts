import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const statuscake = defineRules('StatusCake', () => [
  {
    id: 'statuscake-api-key',
    title: 'StatusCake API key',
    severity: 'medium',
    parts: chars('alnum', 20),
    context: { words: ['statuscake'], label: 'STATUSCAKE_API_KEY' },
    reference: 'https://developers.statuscake.com/',
    nearMisses: [replacing('STATUSCAKE_API_KEY', 'STATUSCAKE_REGION')],
  },
])
