import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clustdoc = defineRules('Clustdoc', () => [
  {
    id: 'clustdoc-api-key',
    title: 'Clustdoc API key',
    severity: 'medium',
    parts: chars('alnum', 60),
    context: { words: ['clustdoc'], label: 'CLUSTDOC_API_KEY' },
    nearMisses: [replacing('CLUSTDOC_API_KEY', 'CLUSTDOC_REGION')],
  },
])
