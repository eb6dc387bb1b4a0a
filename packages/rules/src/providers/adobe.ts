import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const adobe = defineRules('Adobe', () => [
  {
    id: 'adobe-client-secret',
    title: 'Adobe OAuth client secret',
    severity: 'high',
    parts: ['p8e-', chars('base64url', 32)],
    reference: 'https://developer.adobe.com/developer-console/docs/guides/authentication/',
    nearMisses: [replacing('p8e-', 'p8x-')],
  },
])
