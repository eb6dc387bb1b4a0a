import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const digitalocean = defineRules('DigitalOcean', () => [
  {
    id: 'digitalocean-access-token',
    title: 'DigitalOcean access token',
    severity: 'critical',
    parts: [oneOf('dop_v1_', 'doo_v1_', 'dor_v1_'), chars('hex', 64)],
    reference: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
    revoke: 'https://cloud.digitalocean.com/account/api/tokens',
    nearMisses: [(token) => token.replace('_v1_', '_v0_')],
  },
  {
    id: 'digitalocean-spaces-key-id',
    title: 'DigitalOcean Spaces access key id',
    severity: 'medium',
    parts: oneOf(['DO00', chars('upperAlnum', 16)], ['DO801', chars('upperAlnum', 15)]),
    reference: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    nearMisses: [replacing('DO', 'DX')],
  },
  {
    id: 'digitalocean-spaces-secret',
    title: 'DigitalOcean Spaces secret key',
    severity: 'critical',
    companions: ['digitalocean-spaces-key-id'],
    parts: chars('base64', 43),
    context: {
      words: ['spaces_secret', 'spaces_key', 'spaces_access', 'do_spaces', 'digitaloceanspaces'],
      label: 'SPACES_SECRET_KEY',
    },
    reference: 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/',
    nearMisses: [replacing('SPACES_SECRET_KEY', 'SPACES_REGION')],
  },
])
