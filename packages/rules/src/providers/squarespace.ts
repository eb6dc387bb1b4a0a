import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const squarespace = defineRules('Squarespace', () => [
  {
    id: 'squarespace-api-key',
    title: 'Squarespace API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['squarespace'], label: 'SQUARESPACE_API_KEY' },
    reference: 'https://developers.squarespace.com/commerce-apis/authentication-and-permissions',
    nearMisses: [replacing('SQUARESPACE_API_KEY', 'SQUARESPACE_TRACE_ID')],
  },
])
