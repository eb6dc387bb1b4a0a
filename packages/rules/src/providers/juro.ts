import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const juro = defineRules('Juro', () => [
  {
    id: 'juro-api-key',
    title: 'Juro API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['juro'], label: 'JURO_API_KEY' },
    nearMisses: [replacing('JURO_API_KEY', 'JURO_REGION')],
  },
])
