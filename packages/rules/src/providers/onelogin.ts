import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const onelogin = defineRules('OneLogin', () => [
  {
    id: 'onelogin-client-secret',
    title: 'OneLogin API client secret',
    severity: 'critical',
    parts: chars('hex', 64),
    context: { words: ['onelogin'], label: 'ONELOGIN_CLIENT_SECRET' },
    reference: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials',
    nearMisses: [replacing('ONELOGIN_CLIENT_SECRET', 'ONELOGIN_VERSION')],
  },
])
