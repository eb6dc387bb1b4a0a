import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const composio = defineRules('Composio', () => [
  {
    id: 'composio-api-key',
    title: 'Composio API key',
    severity: 'medium',
    parts: [oneOf('ak_', 'ck_'), chars('base64url', 20)],
    context: { words: ['composio'] },
    reference: 'https://docs.composio.dev/',
    nearMisses: [(text) => text.replace('=ak_', '=ax_').replace('=ck_', '=ax_')],
  },
])
