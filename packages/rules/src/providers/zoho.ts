import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zoho = defineRules('Zoho', () => [
  {
    id: 'zoho-oauth-token',
    title: 'Zoho OAuth token',
    severity: 'high',
    parts: ['1000.', chars('hex', 32), '.', chars('hex', 32)],
    reference: 'https://www.zoho.com/accounts/protocol/oauth.html',
    nearMisses: [replacing('1000.', '9000.')],
  },
])
