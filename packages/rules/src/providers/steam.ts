import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const steam = defineRules('Steam', () => [
  {
    id: 'steam-web-api-key',
    title: 'Steam Web API key',
    severity: 'low',
    parts: chars('upperHex', 32),
    context: {
      words: ['steampowered', 'steam_api', 'steam_web', 'steamapi', 'steam_key'],
      label: 'STEAM_API_KEY',
    },
    reference: 'https://steamcommunity.com/dev',
    nearMisses: [replacing('STEAM_API_KEY', 'STEAM_BUILD_ID')],
  },
])
