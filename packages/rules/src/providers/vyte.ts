import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vyte = defineRules('Vyte', () => [
  {
    id: 'vyte-api-key',
    title: 'Vyte API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 50),
    context: { words: ['vyte'], label: 'VYTE_API_KEY' },
    nearMisses: [replacing('VYTE_API_KEY', 'VYTE_REGION')],
  },
])
