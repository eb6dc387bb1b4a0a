import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const interseller = defineRules('Interseller', () => [
  {
    id: 'interseller-api-key',
    title: 'Interseller API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['interseller'], label: 'INTERSELLER_API_KEY' },
    nearMisses: [replacing('INTERSELLER_API_KEY', 'INTERSELLER_REGION')],
  },
])
