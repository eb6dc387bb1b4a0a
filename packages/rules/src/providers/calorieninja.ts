import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const calorieninja = defineRules('CalorieNinjas', () => [
  {
    id: 'calorieninja-api-key',
    title: 'CalorieNinjas API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['calorieninja'], label: 'CALORIENINJA_API_KEY' },
    nearMisses: [replacing('CALORIENINJA_API_KEY', 'CALORIENINJA_REGION')],
  },
])
