import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const bitbar = defineRules('BitBar', () => [
  {
    id: 'bitbar-api-key',
    title: 'BitBar API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['bitbar'], label: 'BITBAR_API_KEY' },
    nearMisses: [replacing('BITBAR_API_KEY', 'BITBAR_REGION')],
  },
])
