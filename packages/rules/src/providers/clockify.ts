import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clockify = defineRules('Clockify', () => [
  {
    id: 'clockify-api-key',
    title: 'Clockify API key',
    severity: 'medium',
    parts: chars('alnum', 48),
    context: { words: ['clockify'], label: 'CLOCKIFY_API_KEY' },
    reference: 'https://docs.clockify.me/',
    nearMisses: [replacing('CLOCKIFY_API_KEY', 'CLOCKIFY_REGION')],
  },
])
