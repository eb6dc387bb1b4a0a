import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const blazemeter = defineRules('BlazeMeter', () => [
  {
    id: 'blazemeter-api-key',
    title: 'BlazeMeter API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['blazemeter'], label: 'BLAZEMETER_API_KEY' },
    reference: 'https://help.blazemeter.com/apidocs/',
    nearMisses: [replacing('BLAZEMETER_API_KEY', 'BLAZEMETER_TRACE_ID')],
  },
])
