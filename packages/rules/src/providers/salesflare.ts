import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const salesflare = defineRules('Salesflare', () => [
  {
    id: 'salesflare-api-key',
    title: 'Salesflare API key',
    severity: 'medium',
    parts: chars('alnum', 45, 45, '_'),
    context: { words: ['salesflare'], label: 'SALESFLARE_API_KEY' },
    nearMisses: [replacing('SALESFLARE_API_KEY', 'SALESFLARE_REGION')],
  },
])
