import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tmetric = defineRules('TMetric', () => [
  {
    id: 'tmetric-api-key',
    title: 'TMetric API key',
    severity: 'medium',
    parts: chars('upperAlnum', 64),
    context: { words: ['tmetric'], label: 'TMETRIC_API_KEY' },
    nearMisses: [replacing('TMETRIC_API_KEY', 'TMETRIC_REGION')],
  },
])
