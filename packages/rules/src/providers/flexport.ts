import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const flexport = defineRules('Flexport', () => [
  {
    id: 'flexport-api-key',
    title: 'Flexport API key',
    severity: 'medium',
    parts: ['shltm_', chars('base64url', 40)],
    reference: 'https://docs.logistics-api.flexport.com/',
    nearMisses: [replacing('shltm_', 'shltx_')],
  },
])
