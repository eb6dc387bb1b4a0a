import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const reddit = defineRules('Reddit', () => [
  {
    id: 'reddit-client-secret',
    title: 'Reddit client secret',
    severity: 'medium',
    parts: chars('base64url', 27, 30),
    context: { words: ['reddit', 'praw'], label: 'REDDIT_CLIENT_SECRET' },
    reference: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
    nearMisses: [replacing('REDDIT_CLIENT_SECRET', 'REDDIT_VERSION')],
  },
])
