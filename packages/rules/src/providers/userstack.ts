import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const userstack = defineRules('userstack', () => [
  {
    id: 'userstack-api-key',
    title: 'userstack API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['userstack'], label: 'USERSTACK_API_KEY' },
    nearMisses: [replacing('USERSTACK_API_KEY', 'USERSTACK_REGION')],
  },
])
