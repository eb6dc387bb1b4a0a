import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const circleci = defineRules('CircleCI', () => [
  {
    id: 'circleci-token',
    title: 'CircleCI personal or project API token',
    severity: 'critical',
    parts: [oneOf('CCIPAT_', 'CCIPRJ_'), chars('base58', 22, 24), '_', chars('lowerAlnum', 40)],
    reference: 'https://circleci.com/docs/managing-api-tokens/',
    revoke: 'https://app.circleci.com/settings/user/tokens',
    nearMisses: [(token) => token.replace('CCI', 'CCX')],
  },
  {
    id: 'circleci-legacy-token',
    title: 'CircleCI API token (old form)',
    severity: 'critical',
    parts: chars('anyHex', 40),
    context: { words: ['circleci', 'circle_ci', 'circle_token'], label: 'CIRCLECI_TOKEN' },
    reference: 'https://circleci.com/docs/managing-api-tokens/',
    nearMisses: [replacing('CIRCLECI_TOKEN', 'CIRCLECI_SHA1')],
  },
])
