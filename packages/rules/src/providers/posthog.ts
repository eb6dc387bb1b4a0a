import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const posthog = defineRules('PostHog', () => [
  {
    id: 'posthog-personal-key',
    title: 'PostHog personal, OAuth or feature flags key',
    severity: 'high',
    parts: [oneOf('phx_', 'pha_', 'phr_', 'phs_'), chars('base64url', 40, 60)],
    reference: 'https://posthog.com/docs/api',
    revoke: 'https://us.posthog.com/settings/user-api-keys',
    nearMisses: [(key) => key.replace(/ph._/, 'phc_')],
  },
])
