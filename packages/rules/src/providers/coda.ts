import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const coda = defineRules('Coda', () => [
  {
    id: 'coda-api-token',
    title: 'Coda API token',
    severity: 'medium',
    parts: uuid,
    context: { words: ['coda_api', 'coda_token', 'coda-api', 'coda.io', 'codaapi'], label: 'CODA_API_TOKEN' },
    reference: 'https://coda.io/developers/apis/v1',
    nearMisses: [replacing('CODA_API_TOKEN', 'CODA_TRACE_ID')],
  },
])
