import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const serphouse = defineRules('SERPhouse', () => [
  {
    id: 'serphouse-api-key',
    title: 'SERPhouse API key',
    severity: 'medium',
    parts: chars('alnum', 60),
    context: { words: ['serphouse'], label: 'SERPHOUSE_API_KEY' },
    nearMisses: [replacing('SERPHOUSE_API_KEY', 'SERPHOUSE_REGION')],
  },
])
