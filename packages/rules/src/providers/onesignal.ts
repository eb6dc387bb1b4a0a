import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const onesignal = defineRules('OneSignal', () => [
  {
    id: 'onesignal-api-key',
    title: 'OneSignal API key',
    severity: 'high',
    parts: [oneOf('os_v2_app_', 'os_v2_org_'), chars('lowerBase32', 103)],
    reference: 'https://documentation.onesignal.com/docs/keys-and-ids',
    nearMisses: [(key) => key.replace('_v2_', '_v9_')],
  },
])
