import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const proof = defineRules('Proof', () => [
  {
    id: 'proof-api-key',
    title: 'Proof API key',
    severity: 'medium',
    parts: ['prf_', chars('base64url', 40, 84)],
    reference: 'https://dev.proof.com/',
    nearMisses: [replacing('prf_', 'prx_')],
  },
])
