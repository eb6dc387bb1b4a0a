import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const statuspal = defineRules('Statuspal', () => [
  {
    id: 'statuspal-api-key',
    title: 'Statuspal API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['statuspal'], label: 'STATUSPAL_API_KEY' },
    nearMisses: [replacing('STATUSPAL_API_KEY', 'STATUSPAL_REGION')],
  },
])
