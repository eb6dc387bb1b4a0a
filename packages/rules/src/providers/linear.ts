import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const linear = defineRules('Linear', () => [
  {
    id: 'linear-api-key',
    title: 'Linear API key',
    severity: 'high',
    parts: ['lin_api_', chars('alnum', 40)],
    reference: 'https://linear.app/developers/graphql',
    revoke: 'https://linear.app/settings/account/security',
    nearMisses: [replacing('lin_api_', 'lin_app_')],
  },
  {
    id: 'linear-oauth-token',
    title: 'Linear OAuth access token',
    severity: 'high',
    parts: ['lin_oauth_', chars('hex', 64)],
    reference: 'https://linear.app/developers/oauth-2-0-authentication',
    revoke: 'https://linear.app/developers/oauth-2-0-authentication',
    nearMisses: [replacing('lin_oauth_', 'lin_outh_')],
  },
  {
    id: 'linear-webhook-secret',
    title: 'Linear webhook signing secret',
    severity: 'medium',
    parts: ['lin_wh_', chars('alnum', 20, 50)],
    reference: 'https://linear.app/developers/webhooks',
    nearMisses: [replacing('lin_wh_', 'lin_xh_')],
  },
])
