import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const tiktok = defineRules('TikTok', () => [
  {
    id: 'tiktok-access-token',
    title: 'TikTok access token',
    severity: 'high',
    parts: [oneOf('act.', 'rft.'), chars('alnum', 60, 120, '_-!.')],
    context: { words: ['tiktok'] },
    reference: 'https://developers.tiktok.com/doc/oauth-user-access-token-management',
    nearMisses: [(text) => text.replace('=act.', '=axt.').replace('=rft.', '=axt.')],
  },
])
