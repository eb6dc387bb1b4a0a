import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const zipcodebase = defineRules('Zipcodebase', () => [
  {
    id: 'zipcodebase-api-key',
    title: 'Zipcodebase API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['zipcodebase'], label: 'ZIPCODEBASE_API_KEY' },
    nearMisses: [replacing('ZIPCODEBASE_API_KEY', 'ZIPCODEBASE_REGION')],
  },
])
