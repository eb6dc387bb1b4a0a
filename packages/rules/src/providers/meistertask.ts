import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const meistertask = defineRules('MeisterTask', () => [
  {
    id: 'meistertask-api-key',
    title: 'MeisterTask API key',
    severity: 'medium',
    parts: chars('alnum', 43),
    context: { words: ['meistertask'], label: 'MEISTERTASK_API_KEY' },
    nearMisses: [replacing('MEISTERTASK_API_KEY', 'MEISTERTASK_REGION')],
  },
])
