import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const wise = defineRules('Wise', () => [
  {
    id: 'wise-api-token',
    title: 'Wise API token',
    severity: 'critical',
    parts: uuid,
    context: { words: ['transferwise', 'wise_api', 'wise_token', 'wise-api'], label: 'WISE_API_TOKEN' },
    reference: 'https://docs.wise.com/api-docs/',
    nearMisses: [replacing('WISE_API_TOKEN', 'WISE_TRACE_ID')],
  },
])
