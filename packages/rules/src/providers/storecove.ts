import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const storecove = defineRules('Storecove', () => [
  {
    id: 'storecove-api-key',
    title: 'Storecove API key',
    severity: 'medium',
    parts: chars('base64url', 43),
    context: { words: ['storecove'], label: 'STORECOVE_API_KEY' },
    nearMisses: [replacing('STORECOVE_API_KEY', 'STORECOVE_REGION')],
  },
])
