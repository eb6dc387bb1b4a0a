import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const optimizely = defineRules('Optimizely', () => [
  {
    id: 'optimizely-access-token',
    title: 'Optimizely personal access token',
    severity: 'medium',
    parts: ['2:', chars('base64url', 50, 56)],
    context: { words: ['optimizely'] },
    reference: 'https://docs.developers.optimizely.com/',
    nearMisses: [replacing('=2:', '=9:')],
  },
])
