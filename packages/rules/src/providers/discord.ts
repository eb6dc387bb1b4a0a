import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, oneOf, optional, slash, threeDigits } from '../parts.ts'

// A token begins with the bot's number, 17 to 19 digits, in base64.

export const discord = defineRules('Discord', () => [
  {
    id: 'discord-bot-token',
    title: 'Discord bot token',
    severity: 'critical',
    parts: [
      ...Array.from({ length: 5 }, () => threeDigits),
      oneOf([anyOf('MNO'), anyOf('DTjz'), anyOf('AEIMQUYcgk')], threeDigits, [
        threeDigits,
        anyOf('MNO'),
        anyOf('AQgw'),
      ]),
      '.',
      chars('base64url', 6),
      '.',
      chars('base64url', 27, 38),
    ],
    context: {
      words: ['discord', 'token', 'authorization', 'client.login', 'bot.login', 'bot.run', 'client.run'],
    },
    reference: 'https://discord.com/developers/docs/reference#authentication',
    revoke: 'https://discord.com/developers/applications',
    nearMisses: [(text) => text.replace(/=[MNO]/, '=E')],
  },
  {
    id: 'discord-webhook-url',
    title: 'Discord webhook URL',
    severity: 'medium',
    parts: [
      oneOf('discord.com', 'discordapp.com'),
      slash,
      'api',
      slash,
      optional('v', chars('digits', 1, 2), slash),
      'webhooks',
      slash,
      chars('digits', 17, 20),
      slash,
      chars('base64url', 60, 72),
    ],
    reference: 'https://discord.com/developers/docs/resources/webhook',
    nearMisses: [replacing('webhooks', 'channels')],
  },
  {
    id: 'discord-mfa-user-token',
    title: 'Discord user token (with MFA)',
    severity: 'critical',
    parts: ['mfa.', chars('base64url', 84)],
    reference: 'https://discord.com/developers/docs/reference#authentication',
    nearMisses: [replacing('mfa.', 'mfx.')],
  },
  {
    id: 'discord-client-secret',
    title: 'Discord OAuth client secret',
    severity: 'medium',
    parts: chars('base64url', 32),
    context: {
      words: ['discord_client', 'discord_secret', 'discordclient', 'discord_oauth'],
      label: 'DISCORD_CLIENT_SECRET',
    },
    reference: 'https://discord.com/developers/docs/topics/oauth2',
    nearMisses: [replacing('DISCORD_CLIENT_SECRET', 'DISCORD_CHANNEL')],
  },
])
