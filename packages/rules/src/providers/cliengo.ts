import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const cliengo = defineRules('Cliengo', () => [
  {
    id: 'cliengo-api-key',
    title: 'Cliengo API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['cliengo'], label: 'CLIENGO_API_KEY' },
    nearMisses: [replacing('CLIENGO_API_KEY', 'CLIENGO_REGION')],
  },
])
