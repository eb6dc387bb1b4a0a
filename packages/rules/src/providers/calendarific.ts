import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const calendarific = defineRules('Calendarific', () => [
  {
    id: 'calendarific-api-key',
    title: 'Calendarific API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['calendarific'], label: 'CALENDARIFIC_API_KEY' },
    nearMisses: [replacing('CALENDARIFIC_API_KEY', 'CALENDARIFIC_REGION')],
  },
])
