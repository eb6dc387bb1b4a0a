import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const onfido = defineRules('Onfido', () => [
  {
    id: 'onfido-api-token',
    title: 'Onfido API token',
    severity: 'high',
    parts: [
      oneOf('api_live.', 'api_live_us.', 'api_live_ca.'),
      chars('base64url', 8, 24),
      '.',
      chars('base64url', 20, 60),
    ],
    reference: 'https://documentation.onfido.com/',
    nearMisses: [(token) => token.replace('_live', '_life')],
  },
])
