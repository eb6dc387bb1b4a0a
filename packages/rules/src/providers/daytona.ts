import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const daytona = defineRules('Daytona', () => [
  {
    id: 'daytona-api-key',
    title: 'Daytona API key',
    severity: 'high',
    parts: ['dtn_', chars('hex', 64)],
    reference: 'https://www.daytona.io/docs/en/api-keys/',
    nearMisses: [replacing('dtn_', 'dtx_')],
  },
])
