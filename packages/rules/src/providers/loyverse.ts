import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const loyverse = defineRules('Loyverse', () => [
  {
    id: 'loyverse-api-key',
    title: 'Loyverse API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['loyverse'], label: 'LOYVERSE_API_KEY' },
    nearMisses: [replacing('LOYVERSE_API_KEY', 'LOYVERSE_REGION')],
  },
])
