import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const yousign = defineRules('Yousign', () => [
  {
    id: 'yousign-api-key',
    title: 'Yousign API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['yousign'], label: 'YOUSIGN_API_KEY' },
    nearMisses: [replacing('YOUSIGN_API_KEY', 'YOUSIGN_REGION')],
  },
])
