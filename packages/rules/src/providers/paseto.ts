import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const paseto = defineRules('PASETO', () => [
  {
    id: 'paseto-secret-key',
    title: 'PASETO symmetric or secret key (PASERK)',
    severity: 'critical',
    parts: [oneOf('k1', 'k2', 'k3', 'k4'), oneOf('.local.', '.secret.'), chars('base64url', 43, 2400)],
    reference: 'https://github.com/paseto-standard/paserk',
    nearMisses: [(text) => text.replace('.local.', '.public.').replace('.secret.', '.public.')],
  },
])
