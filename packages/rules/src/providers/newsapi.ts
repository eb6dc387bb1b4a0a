import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const newsapi = defineRules('NewsAPI', () => [
  {
    id: 'newsapi-api-key',
    title: 'NewsAPI key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['newsapi', 'news_api'], label: 'NEWSAPI_KEY' },
    reference: 'https://newsapi.org/docs/authentication',
    nearMisses: [replacing('NEWSAPI_KEY', 'NEWSAPI_VERSION')],
  },
])
