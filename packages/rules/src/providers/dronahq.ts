import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const dronahq = defineRules('DronaHQ', () => [
  {
    id: 'dronahq-api-key',
    title: 'DronaHQ API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 50),
    context: { words: ['dronahq'], label: 'DRONAHQ_API_KEY' },
    nearMisses: [replacing('DRONAHQ_API_KEY', 'DRONAHQ_REGION')],
  },
])
