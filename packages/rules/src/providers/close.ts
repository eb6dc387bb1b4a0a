import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const close = defineRules('Close', () => [
  {
    id: 'close-api-key',
    title: 'Close API key',
    severity: 'high',
    parts: ['api_', chars('alnum', 22), '.', chars('alnum', 22)],
    reference: 'https://developer.close.com/',
    nearMisses: [replacing('api_', 'apx_')],
  },
])
