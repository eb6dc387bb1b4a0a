import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const groq = defineRules('Groq', () => [
  {
    id: 'groq-api-key',
    title: 'Groq API key',
    severity: 'high',
    parts: ['gsk_', chars('alnum', 50, 54)],
    reference: 'https://console.groq.com/docs/quickstart',
    revoke: 'https://console.groq.com/keys',
    nearMisses: [replacing('gsk_', 'gzk_')],
  },
])
