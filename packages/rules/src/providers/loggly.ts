import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const loggly = defineRules('Loggly', () => [
  {
    id: 'loggly-customer-token',
    title: 'Loggly customer token',
    severity: 'medium',
    parts: uuid,
    context: { words: ['loggly'], label: 'LOGGLY_TOKEN' },
    reference: 'https://documentation.solarwinds.com/en/success_center/loggly/',
    nearMisses: [replacing('LOGGLY_TOKEN', 'LOGGLY_TRACE_ID')],
  },
])
