import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vpnapi = defineRules('vpnapi', () => [
  {
    id: 'vpnapi-api-key',
    title: 'vpnapi API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['vpnapi'], label: 'VPNAPI_API_KEY' },
    nearMisses: [replacing('VPNAPI_API_KEY', 'VPNAPI_REGION')],
  },
])
