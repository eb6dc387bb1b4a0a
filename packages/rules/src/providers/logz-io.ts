import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const logzIo = defineRules('Logz.io', () => [
  {
    id: 'logz-io-api-token',
    title: 'Logz.io API token',
    severity: 'medium',
    parts: uuid,
    context: { words: ['logzio', 'logz.io', 'logz_io'], label: 'LOGZIO_TOKEN' },
    reference: 'https://docs.logz.io/',
    nearMisses: [replacing('LOGZIO_TOKEN', 'LOGZIO_TRACE_ID')],
  },
])
