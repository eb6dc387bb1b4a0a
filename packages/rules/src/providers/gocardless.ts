import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const gocardless = defineRules('GoCardless', () => [
  {
    id: 'gocardless-access-token',
    title: 'GoCardless access token',
    severity: 'high',
    parts: [oneOf('live_', 'sandbox_'), chars('base64url', 40, 42, '=')],
    context: { words: ['gocardless'] },
    reference: 'https://developer.gocardless.com/getting-started/api/making-your-first-request/',
    nearMisses: [(text) => text.replace('=live_', '=dead_').replace('=sandbox_', '=dead_')],
  },
])
