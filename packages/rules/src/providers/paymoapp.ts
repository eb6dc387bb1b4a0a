import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const paymoapp = defineRules('Paymo', () => [
  {
    id: 'paymoapp-api-key',
    title: 'Paymo API key',
    severity: 'medium',
    parts: chars('alnum', 44),
    context: { words: ['paymoapp'], label: 'PAYMOAPP_API_KEY' },
    nearMisses: [replacing('PAYMOAPP_API_KEY', 'PAYMOAPP_REGION')],
  },
])
