import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const buildkite = defineRules('Buildkite', () => [
  {
    id: 'buildkite-user-token',
    title: 'Buildkite user access token',
    severity: 'critical',
    parts: ['bkua_', chars('lowerAlnum', 40, 53)],
    reference: 'https://buildkite.com/docs/platform/security/tokens',
    revoke: 'https://buildkite.com/user/api-access-tokens',
    nearMisses: [replacing('bkua_', 'bkux_')],
  },
  {
    id: 'buildkite-agent-token',
    title: 'Buildkite agent, cluster or packages token',
    severity: 'high',
    parts: oneOf(
      ['bkaa_', chars('base64url', 75)],
      ['bkaj_', chars('base64url', 333)],
      [oneOf('bkar_', 'bkct_'), chars('base64url', 73)],
      ['bkpt_', chars('base64url', 199)],
      [oneOf('bkpat_', 'bkps_'), chars('base64url', 40, 120)],
    ),
    reference: 'https://buildkite.com/docs/platform/security/tokens',
    nearMisses: [(token) => token.replace('bk', 'bx')],
  },
])
