import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ramp = defineRules('Ramp', () => [
  {
    id: 'ramp-client-secret',
    title: 'Ramp client secret',
    severity: 'critical',
    parts: ['ramp_sec_', chars('alnum', 48)],
    reference: 'https://docs.ramp.com/',
    nearMisses: [replacing('ramp_sec_', 'ramp_id_')],
  },
])
