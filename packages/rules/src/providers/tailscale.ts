import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const tailscale = defineRules('Tailscale', () => [
  {
    id: 'tailscale-key',
    title: 'Tailscale key',
    severity: 'critical',
    parts: [
      'tskey-',
      oneOf('api', 'auth', 'client', 'scim', 'webhook'),
      '-',
      chars('alnum', 6, 20),
      '-',
      chars('alnum', 20, 44),
    ],
    reference: 'https://tailscale.com/kb/1277/key-prefixes',
    revoke: 'https://login.tailscale.com/admin/settings/keys',
    nearMisses: [replacing('tskey-', 'tskex-')],
  },
])
