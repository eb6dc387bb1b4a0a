import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const twitch = defineRules('Twitch', () => [
  {
    id: 'twitch-client-secret',
    title: 'Twitch client secret or access token',
    severity: 'high',
    parts: chars('lowerAlnum', 30),
    context: { words: ['twitch'], label: 'TWITCH_CLIENT_SECRET' },
    reference: 'https://dev.twitch.tv/docs/authentication/',
    nearMisses: [replacing('TWITCH_CLIENT_SECRET', 'TWITCH_VERSION')],
  },
])
