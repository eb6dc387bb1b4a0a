import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const mapbox = defineRules('Mapbox', () => [
  {
    id: 'mapbox-secret-token',
    title: 'Mapbox secret or temporary token',
    severity: 'high',
    parts: [oneOf('sk.eyJ1Ijoi', 'tk.eyJ1Ijoi'), chars('base64url', 30, 220), '.', chars('base64url', 22)],
    reference: 'https://docs.mapbox.com/accounts/guides/tokens/',
    revoke: 'https://account.mapbox.com/access-tokens/',
    nearMisses: [(token) => `pk${token.slice(2)}`],
  },
])
