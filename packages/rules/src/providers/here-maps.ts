import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hereMaps = defineRules('HERE', () => [
  {
    id: 'here-api-key',
    title: 'HERE API key',
    severity: 'medium',
    parts: chars('base64url', 43),
    context: {
      words: ['hereapi', 'here_maps', 'heremaps', 'here-maps', 'hereapikey'],
      label: 'HERE_MAPS_API_KEY',
    },
    reference: 'https://www.here.com/docs/',
    nearMisses: [replacing('HERE_MAPS_API_KEY', 'HERE_VERSION')],
  },
])
