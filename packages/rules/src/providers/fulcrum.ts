import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fulcrum = defineRules('Fulcrum', () => [
  {
    id: 'fulcrum-api-key',
    title: 'Fulcrum API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 80),
    context: { words: ['fulcrum'], label: 'FULCRUM_API_KEY' },
    nearMisses: [replacing('FULCRUM_API_KEY', 'FULCRUM_REGION')],
  },
])
