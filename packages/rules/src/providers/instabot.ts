import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const instabot = defineRules('Instabot', () => [
  {
    id: 'instabot-api-key',
    title: 'Instabot API key',
    severity: 'medium',
    parts: chars('alnum', 44, 44, '+/='),
    context: { words: ['instabot'], label: 'INSTABOT_API_KEY' },
    nearMisses: [replacing('INSTABOT_API_KEY', 'INSTABOT_REGION')],
  },
])
