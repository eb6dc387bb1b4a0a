import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const bugherd = defineRules('BugHerd', () => [
  {
    id: 'bugherd-api-key',
    title: 'BugHerd API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 22),
    context: { words: ['bugherd'], label: 'BUGHERD_API_KEY' },
    nearMisses: [replacing('BUGHERD_API_KEY', 'BUGHERD_REGION')],
  },
])
