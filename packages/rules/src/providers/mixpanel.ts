import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mixpanel = defineRules('Mixpanel', () => [
  {
    id: 'mixpanel-api-secret',
    title: 'Mixpanel project or service account secret',
    severity: 'high',
    parts: chars('alnum', 32),
    context: {
      words: ['mixpanel_secret', 'mixpanel_api', 'mixpanelsecret', 'mixpanel-secret', 'mixpanel_service'],
      label: 'MIXPANEL_API_SECRET',
    },
    reference: 'https://developer.mixpanel.com/reference/authentication',
    nearMisses: [replacing('MIXPANEL_API_SECRET', 'MIXPANEL_REGION')],
  },
])
