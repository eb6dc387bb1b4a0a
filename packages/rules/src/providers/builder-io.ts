import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const builderIo = defineRules('Builder.io', () => [
  {
    id: 'builder-io-private-key',
    title: 'Builder.io private key',
    severity: 'medium',
    parts: ['bpk-', chars('hex', 32)],
    reference: 'https://www.builder.io/c/docs/using-your-api-key',
    nearMisses: [replacing('bpk-', 'bpx-')],
  },
])
