import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const verimail = defineRules('Verimail', () => [
  {
    id: 'verimail-api-key',
    title: 'Verimail API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['verimail'], label: 'VERIMAIL_API_KEY' },
    nearMisses: [replacing('VERIMAIL_API_KEY', 'VERIMAIL_REGION')],
  },
])
