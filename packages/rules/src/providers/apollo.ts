import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const apollo = defineRules('Apollo GraphQL', () => [
  {
    id: 'apollo-graph-key',
    title: 'Apollo GraphOS API key',
    severity: 'medium',
    parts: [oneOf('service:', 'user:'), chars('alnum', 3, 40, '-_.'), ':', chars('base64url', 22)],
    context: { words: ['apollo'] },
    reference: 'https://www.apollographql.com/docs/graphos/platform/access-management/api-keys',
    nearMisses: [(text) => text.replace('=service:', '=public:').replace('=user:', '=public:')],
  },
])
