import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const iconfinder = defineRules('Iconfinder', () => [
  {
    id: 'iconfinder-api-key',
    title: 'Iconfinder API key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['iconfinder'], label: 'ICONFINDER_API_KEY' },
    nearMisses: [replacing('ICONFINDER_API_KEY', 'ICONFINDER_REGION')],
  },
])
