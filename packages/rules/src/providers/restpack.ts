import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const restpack = defineRules('Restpack', () => [
  {
    id: 'restpack-api-key',
    title: 'Restpack API key',
    severity: 'medium',
    parts: chars('alnum', 48),
    context: { words: ['restpack'], label: 'RESTPACK_API_KEY' },
    nearMisses: [replacing('RESTPACK_API_KEY', 'RESTPACK_REGION')],
  },
])
