import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const newscatcher = defineRules('NewsCatcher', () => [
  {
    id: 'newscatcher-api-key',
    title: 'NewsCatcher API key',
    severity: 'medium',
    parts: chars('alnum', 43, 43, '_'),
    context: { words: ['newscatcher'], label: 'NEWSCATCHER_API_KEY' },
    nearMisses: [replacing('NEWSCATCHER_API_KEY', 'NEWSCATCHER_REGION')],
  },
])
