import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const walkscore = defineRules('Walk Score', () => [
  {
    id: 'walkscore-api-key',
    title: 'Walk Score API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['walkscore'], label: 'WALKSCORE_API_KEY' },
    nearMisses: [replacing('WALKSCORE_API_KEY', 'WALKSCORE_REGION')],
  },
])
