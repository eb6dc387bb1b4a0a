import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const spotify = defineRules('Spotify', () => [
  {
    id: 'spotify-client-secret',
    title: 'Spotify client secret',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['spotify'], label: 'SPOTIFY_CLIENT_SECRET' },
    reference: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
    nearMisses: [replacing('SPOTIFY_CLIENT_SECRET', 'SPOTIFY_BUILD_ID')],
  },
])
