import { defineRules } from '../define-rule.ts'
import { oneOf, uuid } from '../parts.ts'

export const launchdarkly = defineRules('LaunchDarkly', [
  {
    id: 'launchdarkly-key',
    title: 'LaunchDarkly access token or SDK key',
    severity: 'high',
    parts: [oneOf('api-', 'sdk-'), uuid],
    context: { words: ['launchdarkly', 'launch_darkly', 'launch-darkly', 'ld_sdk', 'ld_api', 'ldclient'] },
    reference: 'https://launchdarkly.com/docs/home/account/api',
    revoke: 'https://app.launchdarkly.com/settings/authorization',
    nearMisses: [(text) => text.replace(/api-|sdk-/, 'mob-')],
  },
])
