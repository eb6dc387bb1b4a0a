import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const permit = defineRules('Permit.io', () => [
  {
    id: 'permit-api-key',
    title: 'Permit.io API key',
    severity: 'high',
    parts: ['permit_key_', chars('alnum', 60, 100)],
    reference: 'https://docs.permit.io/overview/use-the-permit-api-and-sdk',
    nearMisses: [replacing('permit_key_', 'permit_kex_')],
  },
])
