import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, check, threeDigits } from '../parts.ts'

export const atlassian = defineRules('Atlassian', () => [
  {
    id: 'atlassian-api-token',
    title: 'Atlassian API token',
    severity: 'critical',
    parts: ['ATATT3xFfGF0', chars('base64url', 80, 240), '=', check(chars('upperHex', 8))],
    checksum: checksums.atlassian,
    reference:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    revoke: 'https://id.atlassian.com/manage-profile/security/api-tokens',
    nearMisses: [replacing('ATATT3', 'ATATX3')],
  },
  {
    id: 'atlassian-organization-key',
    title: 'Atlassian organization key or Bitbucket access token',
    severity: 'critical',
    parts: ['ATCTT3xFfG', chars('base64url', 80, 240), '=', check(chars('upperHex', 8))],
    checksum: checksums.atlassian,
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
    nearMisses: [replacing('ATCTT3', 'ATCTX3')],
  },
  {
    id: 'bitbucket-app-password',
    title: 'Bitbucket app password',
    severity: 'critical',
    parts: ['ATBB', chars('alnum', 24), check(chars('upperHex', 8))],
    checksum: checksums.atlassian,
    reference: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
    revoke: 'https://support.atlassian.com/bitbucket-cloud/docs/revoke-an-app-password/',
    nearMisses: [replacing('ATBB', 'ATBX')],
  },
  {
    id: 'bitbucket-data-center-token',
    title: 'Bitbucket Data Center HTTP access token',
    severity: 'high',
    parts: ['BBDC-', chars('base64', 40, 50)],
    reference: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
    nearMisses: [replacing('BBDC-', 'BBDX-')],
  },
  {
    id: 'atlassian-data-center-token',
    title: 'Jira or Confluence Data Center personal access token',
    severity: 'high',
    // In base64: the token's number, a colon, twenty bytes.
    parts: [
      ...Array.from({ length: 4 }, () => threeDigits),
      'O',
      anyOf('ghijklmnopqrstuv'),
      chars('base64', 26),
    ],
    context: { words: ['jira', 'confluence', 'atlassian', 'token', 'bearer', 'authorization'] },
    reference: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
    nearMisses: [(line) => line.replace(/=[MNO]/, '=E')],
  },
  {
    id: 'atlassian-legacy-api-token',
    title: 'Atlassian API token (old form)',
    severity: 'critical',
    parts: chars('alnum', 24),
    context: { words: ['jira', 'atlassian', 'confluence'], label: 'JIRA_API_TOKEN' },
    reference:
      'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    nearMisses: [replacing('JIRA_API_TOKEN', 'JIRA_ISSUE')],
  },
])
