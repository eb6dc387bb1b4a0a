import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const commercejs = defineRules('Commerce.js', () => [
  {
    id: 'commercejs-api-key',
    title: 'Commerce.js API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 48, 48, '_'),
    context: { words: ['commercejs'], label: 'COMMERCEJS_API_KEY' },
    nearMisses: [replacing('COMMERCEJS_API_KEY', 'COMMERCEJS_REGION')],
  },
])
