import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const segment = defineRules('Segment', () => [
  {
    id: 'segment-api-token',
    title: 'Segment public API token',
    severity: 'high',
    parts: ['sgp_', chars('alnum', 64)],
    reference: 'https://docs.segmentapis.com/',
    nearMisses: [replacing('sgp_', 'sgx_')],
  },
])
