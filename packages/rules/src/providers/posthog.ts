import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const posthog = defineRules('PostHog', [
  {
    id: 'posthog-personal-key',
    title: 'PostHog personal API key',
    severity: 'high',
    parts: ['phx_', chars('base64url', 40, 60)],
    reference: 'https://posthog.com/docs/api',
    revoke: 'https://us.posthog.com/settings/user-api-keys',
    nearMisses: [replacing('phx_', 'phc_')],
  },
])
