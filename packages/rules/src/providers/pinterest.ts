import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pinterest = defineRules('Pinterest', () => [
  {
    id: 'pinterest-access-token',
    title: 'Pinterest access token',
    severity: 'high',
    parts: ['pina_', chars('base64url', 32, 200)],
    reference: 'https://developers.pinterest.com/docs/getting-started/authentication/',
    nearMisses: [replacing('pina_', 'pine_')],
  },
])
