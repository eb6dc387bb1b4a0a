import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const chatfuel = defineRules('Chatfuel', () => [
  {
    id: 'chatfuel-api-key',
    title: 'Chatfuel API key',
    severity: 'medium',
    parts: chars('alnum', 128),
    context: { words: ['chatfuel'], label: 'CHATFUEL_API_KEY' },
    nearMisses: [replacing('CHATFUEL_API_KEY', 'CHATFUEL_REGION')],
  },
])
