import { checksums } from '@tacet/core'
import { defineRules, type TokenRule } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check, oneOf, optional, type Parts, secret } from '../parts.ts'

const reference = 'https://docs.gitlab.com/security/tokens/#token-prefixes'

function gitlabRule(
  id: string,
  title: string,
  severity: TokenRule['severity'],
  parts: Parts,
  rest: Partial<TokenRule> = {},
): Omit<TokenRule, 'provider'> {
  return {
    id: `gitlab-${id}`,
    title: `GitLab ${title}`,
    severity,
    parts,
    reference,
    // The documented prefixes all begin with gl; a lookalike does not.
    nearMisses: [(sample) => `gx${sample.slice(2)}`],
    ...rest,
  }
}

const random20 = chars('base64url', 20)
const routableTail = [
  chars('base64url', 27, 300),
  '.',
  optional('01.'),
  chars('base36', 2),
  check(chars('base36', 7)),
]

export const gitlab = defineRules('GitLab', () => [
  gitlabRule(
    'personal-access-token',
    'personal, project or group access token',
    'critical',
    ['glpat-', random20],
    {
      revoke: 'https://docs.gitlab.com/api/personal_access_tokens/#revoke-a-personal-access-token',
    },
  ),
  gitlabRule(
    'routable-token',
    'routable access token',
    'critical',
    [oneOf('glpat-', 'gldt-', 'glptt-'), routableTail],
    {
      checksum: checksums.gitlab,
      reference: 'https://docs.gitlab.com/development/cells/routable_tokens/',
      revoke: 'https://docs.gitlab.com/api/personal_access_tokens/#revoke-a-personal-access-token',
    },
  ),
  gitlabRule('deploy-token', 'deploy token', 'high', ['gldt-', random20], {
    revoke: 'https://docs.gitlab.com/user/project/deploy_tokens/',
  }),
  gitlabRule('runner-token', 'runner authentication token', 'high', [
    oneOf('glrt-', 'glrtr-'),
    optional('t', chars('digits', 1), '_'),
    random20,
  ]),
  gitlabRule(
    'routable-runner-token',
    'routable runner authentication token',
    'high',
    [oneOf('glrt-', 'glrtr-'), optional('t', chars('digits', 1), '_'), routableTail],
    { checksum: checksums.gitlab },
  ),
  gitlabRule('runner-registration-token', 'runner registration token', 'high', ['GR1348941', random20], {
    nearMisses: [replacing('GR1348941', 'GR1348940')],
  }),
  gitlabRule('pipeline-trigger-token', 'pipeline trigger token', 'medium', ['glptt-', chars('hex', 40)]),
  gitlabRule('oauth-application-secret', 'OAuth application secret', 'high', [
    'gloas-',
    chars('base64url', 64),
  ]),
  gitlabRule('ci-job-token', 'CI/CD job token', 'medium', ['glcbt-', chars('anyHex', 1, 5), '_', random20]),
  gitlabRule('agent-token', 'agent for Kubernetes token', 'high', ['glagent-', chars('base64url', 50)]),
  gitlabRule('scim-token', 'SCIM token', 'high', ['glsoat-', random20]),
  gitlabRule('workspace-token', 'workspace token', 'medium', ['glwt-', chars('base64url', 20, 64)]),
  gitlabRule('session-cookie', 'session cookie', 'high', ['_gitlab_session=', secret(chars('hex', 32))], {
    nearMisses: [replacing('_session', '_version')],
  }),
  gitlabRule('incoming-mail-token', 'incoming mail token', 'medium', ['glimt-', chars('base64url', 25)]),
  gitlabRule('feed-token', 'feed token', 'low', [
    'glft-',
    oneOf(random20, [chars('hex', 64), '-', chars('digits', 1, 10)]),
  ]),
  gitlabRule('feature-flags-token', 'feature flags client token', 'low', ['glffct-', random20]),
])
