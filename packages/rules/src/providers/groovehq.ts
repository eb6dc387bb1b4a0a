import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const groovehq = defineRules('Groove', () => [
  {
    id: 'groovehq-api-key',
    title: 'Groove API key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['groovehq'], label: 'GROOVEHQ_API_KEY' },
    nearMisses: [replacing('GROOVEHQ_API_KEY', 'GROOVEHQ_REGION')],
  },
])
