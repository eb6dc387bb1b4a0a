import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const omnisend = defineRules('Omnisend', () => [
  {
    id: 'omnisend-api-key',
    title: 'Omnisend API key',
    severity: 'medium',
    parts: chars('alnum', 75, 75, '-'),
    context: { words: ['omnisend'], label: 'OMNISEND_API_KEY' },
    nearMisses: [replacing('OMNISEND_API_KEY', 'OMNISEND_REGION')],
  },
])
