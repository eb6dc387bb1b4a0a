import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rocketchat = defineRules('Rocket.Chat', () => [
  {
    id: 'rocket-chat-access-token',
    title: 'Rocket.Chat personal access token',
    severity: 'high',
    parts: chars('base64url', 43),
    context: { words: ['rocketchat', 'rocket.chat', 'rocket_chat'], label: 'ROCKETCHAT_AUTH_TOKEN' },
    reference: 'https://developer.rocket.chat/',
    nearMisses: [replacing('ROCKETCHAT_AUTH_TOKEN', 'ROCKETCHAT_VERSION')],
  },
])
