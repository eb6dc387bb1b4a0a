import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const campayn = defineRules('Campayn', () => [
  {
    id: 'campayn-api-key',
    title: 'Campayn API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: { words: ['campayn'], label: 'CAMPAYN_API_KEY' },
    nearMisses: [replacing('CAMPAYN_API_KEY', 'CAMPAYN_REGION')],
  },
])
