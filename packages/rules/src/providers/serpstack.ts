import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const serpstack = defineRules('serpstack', () => [
  {
    id: 'serpstack-api-key',
    title: 'serpstack API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['serpstack'], label: 'SERPSTACK_API_KEY' },
    nearMisses: [replacing('SERPSTACK_API_KEY', 'SERPSTACK_REGION')],
  },
])
