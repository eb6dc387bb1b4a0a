import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const twitter = defineRules('X (Twitter)', () => [
  {
    id: 'twitter-bearer-token',
    title: 'X (Twitter) bearer token',
    severity: 'high',
    parts: ['AAAAAAAAAAAAAAAAAAAAA', chars('alnum', 60, 100, '%')],
    reference: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/bearer-tokens',
    revoke: 'https://developer.x.com/en/portal/dashboard',
    nearMisses: [replacing('AAAAA', 'AAAAB')],
  },
  {
    id: 'twitter-access-token',
    title: 'X (Twitter) OAuth 1 access token',
    severity: 'high',
    parts: [chars('digits', 8, 20), '-', chars('alnum', 30, 45)],
    context: { words: ['twitter'], label: 'TWITTER_ACCESS_TOKEN' },
    reference: 'https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret',
    nearMisses: [replacing('TWITTER_ACCESS_TOKEN', 'TWITTER_REGION')],
  },
  {
    id: 'twitter-access-token-secret',
    title: 'X (Twitter) OAuth 1 access token secret',
    severity: 'high',
    parts: chars('alnum', 45),
    context: { words: ['twitter'], label: 'TWITTER_ACCESS_TOKEN_SECRET' },
    reference: 'https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret',
    nearMisses: [replacing('TWITTER_ACCESS_TOKEN_SECRET', 'TWITTER_REGION')],
  },
  {
    id: 'twitter-api-key',
    title: 'X (Twitter) API key',
    severity: 'medium',
    parts: chars('alnum', 25),
    context: { words: ['twitter'], label: 'TWITTER_API_KEY' },
    reference: 'https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret',
    nearMisses: [replacing('TWITTER_API_KEY', 'TWITTER_REGION')],
  },
  {
    id: 'twitter-api-secret',
    title: 'X (Twitter) API key secret',
    severity: 'high',
    parts: chars('alnum', 50),
    context: { words: ['twitter'], label: 'TWITTER_API_SECRET' },
    reference: 'https://docs.x.com/fundamentals/authentication/oauth-1-0a/api-key-and-secret',
    nearMisses: [replacing('TWITTER_API_SECRET', 'TWITTER_REGION')],
  },
])
