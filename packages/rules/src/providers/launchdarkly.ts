import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const launchdarkly = defineRules('LaunchDarkly', () => [
  {
    id: 'launchdarkly-key',
    title: 'LaunchDarkly access token or SDK key',
    severity: 'high',
    // Of the fourth version, as its digit says; with a dash before or after it, it is part of something longer.
    parts: [
      oneOf('api-', 'sdk-'),
      [chars('lowerAlnum', 8), '-', chars('lowerAlnum', 4), '-4', chars('lowerAlnum', 3)],
      ['-', chars('lowerAlnum', 4), '-', chars('lowerAlnum', 12, 12, '-')],
    ],
    reference: 'https://launchdarkly.com/docs/home/account/api',
    revoke: 'https://app.launchdarkly.com/settings/authorization',
    nearMisses: [(text) => text.replace(/api-|sdk-/, 'mob-')],
  },
])
