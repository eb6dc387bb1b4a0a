import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const boostnote = defineRules('Boost Note', () => [
  {
    id: 'boostnote-api-key',
    title: 'Boost Note API key',
    severity: 'medium',
    parts: chars('hex', 64),
    context: { words: ['boostnote'], label: 'BOOSTNOTE_API_KEY' },
    nearMisses: [replacing('BOOSTNOTE_API_KEY', 'BOOSTNOTE_REGION')],
  },
])
