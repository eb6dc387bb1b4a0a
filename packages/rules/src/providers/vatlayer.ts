import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vatlayer = defineRules('vatlayer', () => [
  {
    id: 'vatlayer-api-key',
    title: 'vatlayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['vatlayer'], label: 'VATLAYER_API_KEY' },
    nearMisses: [replacing('VATLAYER_API_KEY', 'VATLAYER_REGION')],
  },
])
