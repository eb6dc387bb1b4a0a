import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const moosend = defineRules('Moosend', () => [
  {
    id: 'moosend-api-key',
    title: 'Moosend API key',
    severity: 'medium',
    parts: chars('anyHex', 36, 36, '-'),
    context: { words: ['moosend'], label: 'MOOSEND_API_KEY' },
    nearMisses: [replacing('MOOSEND_API_KEY', 'MOOSEND_REGION')],
  },
])
