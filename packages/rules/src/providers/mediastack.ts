import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mediastack = defineRules('mediastack', () => [
  {
    id: 'mediastack-api-key',
    title: 'mediastack API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['mediastack'], label: 'MEDIASTACK_API_KEY' },
    nearMisses: [replacing('MEDIASTACK_API_KEY', 'MEDIASTACK_REGION')],
  },
])
