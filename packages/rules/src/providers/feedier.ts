import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const feedier = defineRules('Feedier', () => [
  {
    id: 'feedier-api-key',
    title: 'Feedier API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['feedier'], label: 'FEEDIER_API_KEY' },
    nearMisses: [replacing('FEEDIER_API_KEY', 'FEEDIER_REGION')],
  },
])
