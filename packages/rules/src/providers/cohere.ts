import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cohere = defineRules('Cohere', () => [
  {
    id: 'cohere-api-key',
    title: 'Cohere API key',
    severity: 'high',
    parts: chars('alnum', 40),
    context: { words: ['cohere', 'co_api_key'], label: 'COHERE_API_KEY' },
    reference: 'https://docs.cohere.com/reference/about',
    revoke: 'https://dashboard.cohere.com/api-keys',
    nearMisses: [replacing('COHERE_API_KEY', 'COHERE_COMMIT_SHA')],
  },
])
