import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const infisical = defineRules('Infisical', () => [
  {
    id: 'infisical-service-token',
    title: 'Infisical service token',
    severity: 'critical',
    parts: ['st.', chars('hex', 24), '.', chars('hex', 32), '.', chars('hex', 32)],
    reference: 'https://infisical.com/docs/documentation/platform/token',
    nearMisses: [replacing('st.', 'rt.')],
  },
])
