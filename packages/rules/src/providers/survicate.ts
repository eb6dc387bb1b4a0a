import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const survicate = defineRules('Survicate', () => [
  {
    id: 'survicate-api-key',
    title: 'Survicate API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['survicate'], label: 'SURVICATE_API_KEY' },
    nearMisses: [replacing('SURVICATE_API_KEY', 'SURVICATE_REGION')],
  },
])
