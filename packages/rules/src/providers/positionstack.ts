import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const positionstack = defineRules('positionstack', () => [
  {
    id: 'positionstack-api-key',
    title: 'positionstack API key',
    severity: 'medium',
    parts: chars('alnum', 32, 32, '_'),
    context: { words: ['positionstack'], label: 'POSITIONSTACK_API_KEY' },
    nearMisses: [replacing('POSITIONSTACK_API_KEY', 'POSITIONSTACK_REGION')],
  },
])
