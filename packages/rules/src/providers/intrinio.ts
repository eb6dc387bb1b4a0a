import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const intrinio = defineRules('Intrinio', () => [
  {
    id: 'intrinio-api-key',
    title: 'Intrinio API key',
    severity: 'low',
    parts: chars('alnum', 44),
    context: { words: ['intrinio'], label: 'INTRINIO_API_KEY' },
    reference: 'https://docs.intrinio.com/',
    nearMisses: [replacing('INTRINIO_API_KEY', 'INTRINIO_REGION')],
  },
])
