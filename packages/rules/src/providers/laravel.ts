import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, secret } from '../parts.ts'

export const laravel = defineRules('Laravel', () => [
  {
    id: 'laravel-app-key',
    title: 'Laravel application key',
    severity: 'critical',
    parts: ['base64:', secret(chars('base64', 43), '=')],
    reference: 'https://laravel.com/docs/encryption',
    nearMisses: [replacing('base64:', 'sha256:')],
  },
])
