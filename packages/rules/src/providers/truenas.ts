import { defineRules } from '../define-rule.ts'
import { chars } from '../parts.ts'

export const truenas = defineRules('TrueNAS', () => [
  {
    id: 'truenas-api-key',
    title: 'TrueNAS API key',
    severity: 'high',
    parts: [chars('digits', 1, 3), '-', chars('alnum', 64)],
    context: { words: ['truenas', 'login_with_api_key'] },
    reference: 'https://www.truenas.com/docs/',
    nearMisses: [(text) => text.replace(/=\d+-/, '=x')],
  },
])
