import { defineRules } from '../define-rule.ts'
import { oneOf, uuid } from '../parts.ts'

export const axiom = defineRules('Axiom', () => [
  {
    id: 'axiom-token',
    title: 'Axiom API or personal token',
    severity: 'high',
    parts: [oneOf('xaat-', 'xapt-'), uuid],
    reference: 'https://axiom.co/docs/reference/tokens',
    nearMisses: [(token) => token.replace('xa', 'xb')],
  },
])
