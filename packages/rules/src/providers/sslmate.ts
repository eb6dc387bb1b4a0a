import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sslmate = defineRules('SSLMate', () => [
  {
    id: 'sslmate-api-key',
    title: 'SSLMate API key',
    severity: 'medium',
    parts: chars('alnum', 36),
    context: { words: ['sslmate'], label: 'SSLMATE_API_KEY' },
    nearMisses: [replacing('SSLMATE_API_KEY', 'SSLMATE_REGION')],
  },
])
