import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const securitytrails = defineRules('SecurityTrails', () => [
  {
    id: 'securitytrails-api-key',
    title: 'SecurityTrails API key',
    severity: 'medium',
    parts: chars('base64url', 32),
    context: { words: ['securitytrails'], label: 'SECURITYTRAILS_API_KEY' },
    reference: 'https://docs.securitytrails.com/',
    nearMisses: [replacing('SECURITYTRAILS_API_KEY', 'SECURITYTRAILS_VERSION')],
  },
])
