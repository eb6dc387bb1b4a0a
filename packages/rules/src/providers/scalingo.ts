import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const scalingo = defineRules('Scalingo', () => [
  {
    id: 'scalingo-api-token',
    title: 'Scalingo API token',
    severity: 'critical',
    parts: ['tk-us-', chars('base64url', 48)],
    reference: 'https://developers.scalingo.com/',
    nearMisses: [replacing('tk-us-', 'tx-us-')],
  },
])
