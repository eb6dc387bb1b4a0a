import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const urlscan = defineRules('urlscan.io', () => [
  {
    id: 'urlscan-api-key',
    title: 'urlscan.io API key',
    severity: 'low',
    parts: uuid,
    context: { words: ['urlscan'], label: 'URLSCAN_API_KEY' },
    reference: 'https://docs.urlscan.io/',
    nearMisses: [replacing('URLSCAN_API_KEY', 'URLSCAN_TRACE_ID')],
  },
])
