import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pusher = defineRules('Pusher', () => [
  {
    id: 'pusher-app-secret',
    title: 'Pusher app secret',
    severity: 'medium',
    parts: chars('hex', 20),
    context: {
      words: [
        'pusher_secret',
        'pusher_app_secret',
        'pushersecret',
        'pusher-secret',
        'pusher_key',
        'pusher_app',
      ],
      label: 'PUSHER_APP_SECRET',
    },
    reference: 'https://pusher.com/docs/channels/',
    nearMisses: [replacing('PUSHER_APP_SECRET', 'PUSHER_VERSION')],
  },
])
