import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const veriphone = defineRules('Veriphone', () => [
  {
    id: 'veriphone-api-key',
    title: 'Veriphone API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['veriphone'], label: 'VERIPHONE_API_KEY' },
    nearMisses: [replacing('VERIPHONE_API_KEY', 'VERIPHONE_REGION')],
  },
])
