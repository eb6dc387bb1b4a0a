import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mesibo = defineRules('mesibo', () => [
  {
    id: 'mesibo-api-key',
    title: 'mesibo API key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['mesibo'], label: 'MESIBO_API_KEY' },
    nearMisses: [replacing('MESIBO_API_KEY', 'MESIBO_REGION')],
  },
])
