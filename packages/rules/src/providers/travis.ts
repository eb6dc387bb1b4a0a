import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const travis = defineRules('Travis CI', () => [
  {
    id: 'travis-api-token',
    title: 'Travis CI API token',
    severity: 'high',
    parts: chars('base64url', 20, 22),
    context: {
      words: ['travis_token', 'travis_api', 'travis-ci', 'travisci', 'travis_access', 'travis-token'],
      label: 'TRAVIS_TOKEN',
    },
    reference: 'https://docs.travis-ci.com/user/triggering-builds/',
    nearMisses: [replacing('TRAVIS_TOKEN', 'TRAVIS_VERSION')],
  },
])
