import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const polar = defineRules('Polar', () => [
  {
    id: 'polar-access-token',
    title: 'Polar access token',
    severity: 'high',
    parts: [oneOf('polar_pat_', 'polar_oat_', 'polar_at_u_', 'polar_at_o_'), chars('base64url', 20, 100)],
    reference: 'https://docs.polar.sh/integrate/oat',
    nearMisses: [(token) => token.replace('polar_', 'polor_')],
  },
])
