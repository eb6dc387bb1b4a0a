import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const apify = defineRules('Apify', () => [
  {
    id: 'apify-api-token',
    title: 'Apify API token',
    severity: 'high',
    parts: [
      oneOf('apify_api_', 'apify_integration_api_', 'apify_proxy_', 'apify_ui_'),
      chars('alnum', 34, 38),
    ],
    reference: 'https://docs.apify.com/platform/integrations/api',
    revoke: 'https://console.apify.com/settings/integrations',
    nearMisses: [(token) => token.replace('apify_', 'apifx_')],
  },
])
