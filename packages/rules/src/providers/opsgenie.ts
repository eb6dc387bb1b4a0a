import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const opsgenie = defineRules('Opsgenie', () => [
  {
    id: 'opsgenie-api-key',
    title: 'Opsgenie API key',
    severity: 'high',
    parts: uuid,
    context: { words: ['opsgenie'], label: 'OPSGENIE_API_KEY' },
    reference: 'https://docs.opsgenie.com/docs/api-key-management',
    nearMisses: [replacing('OPSGENIE_API_KEY', 'OPSGENIE_TRACE_ID')],
  },
])
