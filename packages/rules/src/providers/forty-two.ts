import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const fortyTwo = defineRules('42', () => [
  {
    id: '42-intra-client-secret',
    title: '42 intra client secret',
    severity: 'medium',
    parts: [oneOf('s-s4t2ud-', 's-s4t2af-'), chars('hex', 64)],
    reference: 'https://api.intra.42.fr/apidoc',
    nearMisses: [replacing('s-s4t2', 'u-s4t2')],
  },
])
