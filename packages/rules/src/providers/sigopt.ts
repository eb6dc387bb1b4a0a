import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sigopt = defineRules('SigOpt', () => [
  {
    id: 'sigopt-api-key',
    title: 'SigOpt API key',
    severity: 'medium',
    parts: chars('upperAlnum', 48),
    context: { words: ['sigopt'], label: 'SIGOPT_API_KEY' },
    nearMisses: [replacing('SIGOPT_API_KEY', 'SIGOPT_REGION')],
  },
])
