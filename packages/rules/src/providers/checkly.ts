import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const checkly = defineRules('Checkly', () => [
  {
    id: 'checkly-api-key',
    title: 'Checkly user API key',
    severity: 'medium',
    parts: ['cu_', chars('hex', 32)],
    reference: 'https://www.checklyhq.com/docs/cli/authentication/',
    nearMisses: [replacing('cu_', 'cx_')],
  },
])
