import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rollbar = defineRules('Rollbar', () => [
  {
    id: 'rollbar-access-token',
    title: 'Rollbar access token',
    severity: 'medium',
    parts: chars('hex', 32),
    context: {
      words: [
        'rollbar_access',
        'rollbar_token',
        'rollbar_server',
        'rollbar_api',
        'rollbar.com',
        'rollbaraccess',
        'rollbartoken',
      ],
      label: 'ROLLBAR_ACCESS_TOKEN',
    },
    reference: 'https://docs.rollbar.com/docs/access-tokens',
    nearMisses: [replacing('ROLLBAR_ACCESS_TOKEN', 'ROLLBAR_BUILD_ID')],
  },
])
