import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const inngest = defineRules('Inngest', () => [
  {
    id: 'inngest-signing-key',
    title: 'Inngest signing key',
    severity: 'critical',
    parts: ['signkey-', oneOf('prod', 'test', 'branch'), '-', chars('hex', 32, 64)],
    reference: 'https://www.inngest.com/docs/platform/signing-keys',
    nearMisses: [replacing('signkey-', 'sigkey-')],
  },
])
