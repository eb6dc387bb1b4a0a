import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const coinlayer = defineRules('coinlayer', () => [
  {
    id: 'coinlayer-api-key',
    title: 'coinlayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['coinlayer'], label: 'COINLAYER_API_KEY' },
    nearMisses: [replacing('COINLAYER_API_KEY', 'COINLAYER_REGION')],
  },
])
