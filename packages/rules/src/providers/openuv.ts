import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const openuv = defineRules('OpenUV', () => [
  {
    id: 'openuv-api-key',
    title: 'OpenUV API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['openuv'], label: 'OPENUV_API_KEY' },
    nearMisses: [replacing('OPENUV_API_KEY', 'OPENUV_REGION')],
  },
])
