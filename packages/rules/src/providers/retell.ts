import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const retell = defineRules('Retell AI', () => [
  {
    id: 'retell-api-key',
    title: 'Retell AI API key',
    severity: 'high',
    parts: ['key_', chars('hex', 28)],
    reference: 'https://docs.retellai.com/',
    nearMisses: [replacing('key_', 'kex_')],
  },
])
