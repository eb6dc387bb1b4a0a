import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const autoklose = defineRules('Autoklose', () => [
  {
    id: 'autoklose-api-key',
    title: 'Autoklose API key',
    severity: 'medium',
    parts: chars('alnum', 32, 32, '-'),
    context: { words: ['autoklose'], label: 'AUTOKLOSE_API_KEY' },
    nearMisses: [replacing('AUTOKLOSE_API_KEY', 'AUTOKLOSE_REGION')],
  },
])
