import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const devin = defineRules('Devin', [
  {
    id: 'devin-service-token',
    title: 'Devin service user token',
    severity: 'high',
    parts: ['cog_', chars('lowerBase32', 52)],
    reference: 'https://docs.devin.ai/',
    nearMisses: [replacing('cog_', 'cox_')],
  },
])
