import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mindmeister = defineRules('MindMeister', () => [
  {
    id: 'mindmeister-api-key',
    title: 'MindMeister API key',
    severity: 'medium',
    parts: chars('alnum', 43),
    context: { words: ['mindmeister'], label: 'MINDMEISTER_API_KEY' },
    nearMisses: [replacing('MINDMEISTER_API_KEY', 'MINDMEISTER_REGION')],
  },
])
