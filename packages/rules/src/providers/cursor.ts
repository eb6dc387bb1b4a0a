import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cursor = defineRules('Cursor', () => [
  {
    id: 'cursor-api-key',
    title: 'Cursor API key',
    severity: 'high',
    parts: ['key_', chars('hex', 64)],
    reference: 'https://docs.cursor.com/',
    nearMisses: [replacing('key_', 'kex_')],
  },
])
