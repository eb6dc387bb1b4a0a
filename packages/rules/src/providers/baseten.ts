import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const baseten = defineRules('Baseten', () => [
  {
    id: 'baseten-api-key',
    title: 'Baseten API key',
    severity: 'high',
    parts: [chars('alnum', 8), '.', chars('alnum', 32)],
    context: { words: ['baseten'], label: 'BASETEN_API_KEY' },
    reference: 'https://docs.baseten.co/',
    nearMisses: [replacing('BASETEN_API_KEY', 'BASETEN_REGION')],
  },
])
