import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check, oneOf, optional } from '../parts.ts'

const reference =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats'
const revoke = 'https://docs.github.com/en/rest/credentials/revoke'

export const github = defineRules('GitHub', () => [
  {
    id: 'github-personal-access-token',
    title: 'GitHub personal access token (classic)',
    severity: 'critical',
    parts: ['ghp_', chars('base62', 30), check(chars('base62', 6))],
    checksum: checksums.github,
    reference,
    revoke,
    nearMisses: [replacing('ghp_', 'ghx_'), replacing('ghp_', 'ghp-')],
  },
  {
    id: 'github-fine-grained-token',
    title: 'GitHub personal access token (fine-grained)',
    severity: 'critical',
    parts: [
      'github_pat_',
      chars('base62', 22),
      '_',
      chars('base62', 43),
      check(chars('base62', 8)),
      chars('base62', 8),
    ],
    checksum: checksums.githubFineGrained,
    reference,
    revoke,
    nearMisses: [replacing('github_pat_', 'github_app_')],
  },
  {
    id: 'github-oauth-token',
    title: 'GitHub OAuth access token',
    severity: 'high',
    parts: ['gho_', chars('base62', 30), check(chars('base62', 6))],
    checksum: checksums.github,
    reference,
    revoke,
    nearMisses: [replacing('gho_', 'ghz_')],
  },
  {
    id: 'github-app-user-token',
    title: 'GitHub App user access token',
    severity: 'high',
    parts: ['ghu_', chars('base62', 30), check(chars('base62', 6))],
    checksum: checksums.github,
    reference,
    revoke,
    nearMisses: [replacing('ghu_', 'ghv_')],
  },
  {
    id: 'github-app-installation-token',
    title: 'GitHub App installation token',
    severity: 'high',
    // Not under the checksum of the others: published ones do not all have it.
    parts: ['ghs_', chars('base62', 36)],
    reference,
    revoke: 'https://docs.github.com/en/rest/apps/installations#revoke-an-installation-access-token',
    nearMisses: [replacing('ghs_', 'ght_')],
  },
  {
    id: 'github-app-stateless-token',
    title: 'GitHub App installation or user token (stateless)',
    severity: 'high',
    parts: [
      oneOf('ghs_', 'ghu_'),
      chars('digits', 1, 12),
      '_eyJ',
      chars('base64url', 20, 400),
      '.',
      optional('eyJ'),
      chars('base64url', 40, 1600),
      '.',
      chars('base64url', 20, 800),
    ],
    reference:
      'https://github.blog/changelog/2026-05-15-github-app-installation-tokens-per-request-override-header/',
    nearMisses: [(token) => token.slice(0, token.indexOf('.'))],
  },
  {
    id: 'github-refresh-token',
    title: 'GitHub App refresh token',
    severity: 'high',
    parts: ['ghr_', chars('base62', 30, 70), check(chars('base62', 6))],
    checksum: checksums.github,
    reference,
    revoke,
    nearMisses: [replacing('ghr_', 'ghq_')],
  },
  {
    id: 'github-oauth-client-secret',
    title: 'GitHub OAuth client secret',
    severity: 'high',
    parts: chars('hex', 40),
    context: {
      words: ['github_client', 'github_secret', 'github_oauth', 'githubclient', 'github-client', 'gh_client'],
      label: 'GITHUB_CLIENT_SECRET',
    },
    reference: 'https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
    nearMisses: [replacing('GITHUB_CLIENT_SECRET', 'GITHUB_COMMIT')],
  },
])
