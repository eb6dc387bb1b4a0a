import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const aiven = defineRules('Aiven', () => [
  {
    id: 'aiven-service-password',
    title: 'Aiven service password',
    severity: 'critical',
    parts: ['AVNS_', chars('base64url', 15, 25)],
    reference: 'https://aiven.io/docs',
    nearMisses: [replacing('AVNS_', 'AVNX_')],
  },
])
