import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const happyscribe = defineRules('Happy Scribe', () => [
  {
    id: 'happyscribe-api-key',
    title: 'Happy Scribe API key',
    severity: 'medium',
    parts: chars('alnum', 24),
    context: { words: ['happyscribe'], label: 'HAPPYSCRIBE_API_KEY' },
    nearMisses: [replacing('HAPPYSCRIBE_API_KEY', 'HAPPYSCRIBE_REGION')],
  },
])
