import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const overloop = defineRules('Overloop', () => [
  {
    id: 'overloop-api-key',
    title: 'Overloop API key',
    severity: 'medium',
    parts: chars('base64url', 50),
    context: { words: ['overloop'], label: 'OVERLOOP_API_KEY' },
    nearMisses: [replacing('OVERLOOP_API_KEY', 'OVERLOOP_REGION')],
  },
])
