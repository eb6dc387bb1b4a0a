import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const whoxy = defineRules('Whoxy', () => [
  {
    id: 'whoxy-api-key',
    title: 'Whoxy API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 33),
    context: { words: ['whoxy'], label: 'WHOXY_API_KEY' },
    nearMisses: [replacing('WHOXY_API_KEY', 'WHOXY_REGION')],
  },
])
