import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fastly = defineRules('Fastly', () => [
  {
    id: 'fastly-api-token',
    title: 'Fastly API token',
    severity: 'high',
    parts: chars('base64url', 32),
    context: { words: ['fastly'], label: 'FASTLY_API_TOKEN' },
    reference: 'https://docs.fastly.com/en/guides/using-api-tokens',
    revoke: 'https://manage.fastly.com/account/personal/tokens',
    nearMisses: [replacing('FASTLY_API_TOKEN', 'FASTLY_SERVICE')],
  },
])
