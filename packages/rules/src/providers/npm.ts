import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check, oneOf, optional, secret, uuid } from '../parts.ts'

export const npm = defineRules('npm', () => [
  {
    id: 'npm-access-token',
    title: 'npm access token',
    severity: 'critical',
    parts: ['npm_', chars('base62', 30), check(chars('base62', 6))],
    checksum: checksums.npm,
    reference: 'https://docs.npmjs.com/about-access-tokens',
    revoke: 'https://docs.npmjs.com/revoking-access-tokens',
    nearMisses: [replacing('npm_', 'pnpm_')],
  },
  {
    id: 'npm-registry-auth',
    title: 'Credential in an .npmrc file',
    severity: 'high',
    parts: [
      oneOf('_authToken', '_auth', '_password'),
      optional(' '),
      '=',
      optional(' '),
      secret(oneOf(uuid, [chars('base64', 20, 400), optional('='), optional('=')])),
    ],
    reference: 'https://docs.npmjs.com/cli/configuring-npm/npmrc',
    revoke: 'https://docs.npmjs.com/revoking-access-tokens',
    nearMisses: [(line) => line.replace('=', '=${').concat('}')],
  },
])
