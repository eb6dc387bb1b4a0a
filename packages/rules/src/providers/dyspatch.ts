import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const dyspatch = defineRules('Dyspatch', () => [
  {
    id: 'dyspatch-api-key',
    title: 'Dyspatch API key',
    severity: 'medium',
    parts: chars('upperAlnum', 52),
    context: { words: ['dyspatch'], label: 'DYSPATCH_API_KEY' },
    nearMisses: [replacing('DYSPATCH_API_KEY', 'DYSPATCH_REGION')],
  },
])
