import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const telegram = defineRules('Telegram', () => [
  {
    id: 'telegram-bot-token',
    title: 'Telegram bot token',
    severity: 'high',
    parts: [chars('digits', 8, 10), ':AA', chars('base64url', 32, 33)],
    reference: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    revoke: 'https://core.telegram.org/bots/features#botfather',
    nearMisses: [replacing(':AA', ':BB')],
  },
  {
    id: 'telegram-named-bot-token',
    title: 'Telegram bot token (named)',
    severity: 'high',
    // Most tokens go on with AA, and are known by that alone.
    parts: [chars('digits', 5, 12), ':A', chars('base64url', 34)],
    context: { words: ['telegram', 'bot_token', 'bottoken'] },
    reference: 'https://core.telegram.org/bots/api#authorizing-your-bot',
    nearMisses: [replacing(':A', ':B')],
  },
])
