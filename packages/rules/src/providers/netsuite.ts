import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const netsuite = defineRules('NetSuite', () => [
  {
    id: 'netsuite-token-secret',
    title: 'NetSuite token or consumer secret',
    severity: 'critical',
    parts: chars('hex', 64),
    context: { words: ['netsuite'], label: 'NETSUITE_TOKEN_SECRET' },
    reference: 'https://docs.oracle.com/en/cloud/saas/netsuite/',
    nearMisses: [replacing('NETSUITE_TOKEN_SECRET', 'NETSUITE_VERSION')],
  },
])
