import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pepipost = defineRules('Pepipost', () => [
  {
    id: 'pepipost-api-key',
    title: 'Pepipost API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['pepipost'], label: 'PEPIPOST_API_KEY' },
    nearMisses: [replacing('PEPIPOST_API_KEY', 'PEPIPOST_REGION')],
  },
])
