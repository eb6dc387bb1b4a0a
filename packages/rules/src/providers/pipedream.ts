import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pipedream = defineRules('Pipedream', () => [
  {
    id: 'pipedream-api-key',
    title: 'Pipedream API key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['pipedream'], label: 'PIPEDREAM_API_KEY' },
    reference: 'https://pipedream.com/docs',
    nearMisses: [replacing('PIPEDREAM_API_KEY', 'PIPEDREAM_BUILD_ID')],
  },
])
