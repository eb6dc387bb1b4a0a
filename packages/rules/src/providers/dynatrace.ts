import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const dynatrace = defineRules('Dynatrace', () => [
  {
    id: 'dynatrace-token',
    title: 'Dynatrace API token',
    severity: 'critical',
    parts: [
      oneOf('dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s03.', 'dt0s08.', 'dt0e01.'),
      chars('alnum', 24),
      '.',
      chars('alnum', 64),
    ],
    reference: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
    nearMisses: [(token) => token.replace('dt0', 'dx0')],
  },
])
