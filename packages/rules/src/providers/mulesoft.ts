import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const mulesoft = defineRules('MuleSoft', () => [
  {
    id: 'mulesoft-anypoint-token',
    title: 'MuleSoft Anypoint access token',
    severity: 'high',
    parts: uuid,
    context: { words: ['anypoint', 'mulesoft'], label: 'ANYPOINT_ACCESS_TOKEN' },
    reference: 'https://docs.mulesoft.com/access-management/',
    nearMisses: [replacing('ANYPOINT_ACCESS_TOKEN', 'ANYPOINT_TRACE_ID')],
  },
])
