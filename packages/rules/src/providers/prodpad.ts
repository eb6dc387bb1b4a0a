import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const prodpad = defineRules('ProdPad', () => [
  {
    id: 'prodpad-api-key',
    title: 'ProdPad API key',
    severity: 'medium',
    parts: chars('hex', 64),
    context: { words: ['prodpad'], label: 'PRODPAD_API_KEY' },
    nearMisses: [replacing('PRODPAD_API_KEY', 'PRODPAD_REGION')],
  },
])
