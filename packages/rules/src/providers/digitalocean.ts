import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const digitalocean = defineRules('DigitalOcean', [
  {
    id: 'digitalocean-access-token',
    title: 'DigitalOcean access token',
    severity: 'critical',
    parts: [oneOf('dop_v1_', 'doo_v1_', 'dor_v1_'), chars('hex', 64)],
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'https://cloud.digitalocean.com/account/api/tokens',
    nearMisses: [(token) => token.replace('_v1_', '_v0_')],
  },
])
