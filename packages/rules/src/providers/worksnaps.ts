import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const worksnaps = defineRules('Worksnaps', () => [
  {
    id: 'worksnaps-api-key',
    title: 'Worksnaps API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['worksnaps'], label: 'WORKSNAPS_API_KEY' },
    nearMisses: [replacing('WORKSNAPS_API_KEY', 'WORKSNAPS_REGION')],
  },
])
