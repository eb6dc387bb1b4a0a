import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const axonaut = defineRules('Axonaut', () => [
  {
    id: 'axonaut-api-key',
    title: 'Axonaut API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['axonaut'], label: 'AXONAUT_API_KEY' },
    nearMisses: [replacing('AXONAUT_API_KEY', 'AXONAUT_REGION')],
  },
])
