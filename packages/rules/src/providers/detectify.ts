import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const detectify = defineRules('Detectify', () => [
  {
    id: 'detectify-api-key',
    title: 'Detectify API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['detectify'], label: 'DETECTIFY_API_KEY' },
    nearMisses: [replacing('DETECTIFY_API_KEY', 'DETECTIFY_REGION')],
  },
])
