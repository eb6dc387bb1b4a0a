import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const kong = defineRules('Kong', () => [
  {
    id: 'kong-konnect-token',
    title: 'Kong Konnect access token',
    severity: 'high',
    parts: [oneOf('kpat_', 'spat_'), chars('alnum', 40, 60)],
    reference: 'https://developer.konghq.com/konnect-api/',
    nearMisses: [(token) => token.replace('pat_', 'pax_')],
  },
])
