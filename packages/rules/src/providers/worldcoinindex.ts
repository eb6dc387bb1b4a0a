import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const worldcoinindex = defineRules('WorldCoinIndex', () => [
  {
    id: 'worldcoinindex-api-key',
    title: 'WorldCoinIndex API key',
    severity: 'medium',
    parts: chars('alnum', 35),
    context: { words: ['worldcoinindex'], label: 'WORLDCOININDEX_API_KEY' },
    nearMisses: [replacing('WORLDCOININDEX_API_KEY', 'WORLDCOININDEX_REGION')],
  },
])
