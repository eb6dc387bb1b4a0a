import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const foursquare = defineRules('Foursquare', () => [
  {
    id: 'foursquare-client-secret',
    title: 'Foursquare client id or secret',
    severity: 'medium',
    parts: chars('upperAlnum', 48),
    context: { words: ['foursquare'], label: 'FOURSQUARE_CLIENT_SECRET' },
    reference: 'https://docs.foursquare.com/developer/reference/authentication',
    nearMisses: [replacing('FOURSQUARE_CLIENT_SECRET', 'FOURSQUARE_VERSION')],
  },
])
