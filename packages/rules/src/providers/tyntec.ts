import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tyntec = defineRules('tyntec', () => [
  {
    id: 'tyntec-api-key',
    title: 'tyntec API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['tyntec'], label: 'TYNTEC_API_KEY' },
    nearMisses: [replacing('TYNTEC_API_KEY', 'TYNTEC_REGION')],
  },
])
