import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mercury = defineRules('Mercury', () => [
  {
    id: 'mercury-api-token',
    title: 'Mercury API token',
    severity: 'critical',
    parts: ['mercury_production_', chars('lower', 3, 6), '_', chars('alnum', 40, 50), '_yrucrem'],
    reference: 'https://docs.mercury.com/',
    nearMisses: [replacing('_production_', '_productive_')],
  },
])
