import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const strava = defineRules('Strava', () => [
  {
    id: 'strava-client-secret',
    title: 'Strava client secret',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['strava'], label: 'STRAVA_CLIENT_SECRET' },
    reference: 'https://developers.strava.com/docs/authentication/',
    nearMisses: [replacing('STRAVA_CLIENT_SECRET', 'STRAVA_COMMIT')],
  },
])
