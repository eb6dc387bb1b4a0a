import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const wundergraph = defineRules('WunderGraph', () => [
  {
    id: 'wundergraph-cosmo-api-key',
    title: 'WunderGraph Cosmo API key',
    severity: 'medium',
    parts: ['cosmo_', chars('hex', 32)],
    reference: 'https://cosmo-docs.wundergraph.com/',
    nearMisses: [replacing('cosmo_', 'cosmx_')],
  },
])
