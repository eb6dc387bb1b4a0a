import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const marketstack = defineRules('marketstack', () => [
  {
    id: 'marketstack-api-key',
    title: 'marketstack API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['marketstack'], label: 'MARKETSTACK_API_KEY' },
    nearMisses: [replacing('MARKETSTACK_API_KEY', 'MARKETSTACK_REGION')],
  },
])
