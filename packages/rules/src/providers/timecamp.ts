import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const timecamp = defineRules('TimeCamp', () => [
  {
    id: 'timecamp-api-key',
    title: 'TimeCamp API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 26),
    context: { words: ['timecamp'], label: 'TIMECAMP_API_KEY' },
    nearMisses: [replacing('TIMECAMP_API_KEY', 'TIMECAMP_REGION')],
  },
])
