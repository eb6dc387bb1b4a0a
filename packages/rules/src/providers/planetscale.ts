import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const planetscale = defineRules('PlanetScale', () => [
  {
    id: 'planetscale-token',
    title: 'PlanetScale token or password',
    severity: 'critical',
    parts: [oneOf('pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'), chars('base64url', 32, 64, '.=')],
    reference: 'https://planetscale.com/docs/concepts/service-tokens',
    revoke: 'https://planetscale.com/docs/concepts/service-tokens',
    nearMisses: [(token) => token.replace('pscale_', 'pscole_')],
  },
])
