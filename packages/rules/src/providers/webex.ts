import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const webex = defineRules('Webex', () => [
  {
    id: 'webex-bot-token',
    title: 'Webex bot token',
    severity: 'high',
    parts: [chars('alnum', 64), '_', chars('alnum', 4), '_', uuid],
    context: { words: ['webex'], label: 'WEBEX_BOT_TOKEN' },
    reference: 'https://developer.webex.com/docs/bots',
    nearMisses: [replacing('WEBEX_BOT_TOKEN', 'WEBEX_REGION')],
  },
])
