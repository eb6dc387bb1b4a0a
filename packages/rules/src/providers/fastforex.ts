import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fastforex = defineRules('fastFOREX', () => [
  {
    id: 'fastforex-api-key',
    title: 'fastFOREX API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 28, 28, '-'),
    context: { words: ['fastforex'], label: 'FASTFOREX_API_KEY' },
    nearMisses: [replacing('FASTFOREX_API_KEY', 'FASTFOREX_REGION')],
  },
])
