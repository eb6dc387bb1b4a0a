import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const exoscale = defineRules('Exoscale', () => [
  {
    id: 'exoscale-api-key',
    title: 'Exoscale API key',
    severity: 'medium',
    parts: ['EXO', chars('alnum', 24, 26)],
    reference: 'https://community.exoscale.com/product/iam/',
    nearMisses: [replacing('EXO', 'EXX')],
  },
  {
    id: 'exoscale-api-secret',
    title: 'Exoscale API secret',
    severity: 'critical',
    parts: chars('base64url', 43),
    context: { words: ['exoscale'], label: 'EXOSCALE_API_SECRET' },
    reference: 'https://community.exoscale.com/product/iam/',
    nearMisses: [replacing('_API_SECRET', '_API_ZONE')],
  },
])
