import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const splunk = defineRules('Splunk', () => [
  {
    id: 'splunk-hec-token',
    title: 'Splunk HTTP event collector token',
    severity: 'medium',
    parts: uuid,
    context: { words: ['splunk'], label: 'SPLUNK_HEC_TOKEN' },
    reference: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector',
    nearMisses: [replacing('SPLUNK_HEC_TOKEN', 'SPLUNK_TRACE_ID')],
  },
])
