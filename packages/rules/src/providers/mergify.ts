import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mergify = defineRules('Mergify', () => [
  {
    id: 'mergify-application-key',
    title: 'Mergify application key',
    severity: 'high',
    parts: ['mergify_application_key_', chars('base64url', 40, 200)],
    reference: 'https://docs.mergify.com/',
    nearMisses: [replacing('_key_', '_kex_')],
  },
])
