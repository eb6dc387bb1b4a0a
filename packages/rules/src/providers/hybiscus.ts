import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hybiscus = defineRules('Hybiscus', () => [
  {
    id: 'hybiscus-api-key',
    title: 'Hybiscus API key',
    severity: 'medium',
    parts: chars('alnum', 43),
    context: { words: ['hybiscus'], label: 'HYBISCUS_API_KEY' },
    nearMisses: [replacing('HYBISCUS_API_KEY', 'HYBISCUS_REGION')],
  },
])
