import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const minimax = defineRules('MiniMax', () => [
  {
    id: 'minimax-api-key',
    title: 'MiniMax API key',
    severity: 'high',
    parts: ['sk-api-', chars('base64url', 119)],
    reference: 'https://www.minimax.io/platform',
    nearMisses: [replacing('sk-api-', 'sk-apx-')],
  },
])
