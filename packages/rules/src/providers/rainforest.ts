import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rainforest = defineRules('Rainforest', () => [
  {
    id: 'rainforest-pay-api-key',
    title: 'Rainforest Pay API key',
    severity: 'high',
    parts: ['apikey_', chars('hex', 64)],
    reference: 'https://docs.rainforestpay.com/',
    nearMisses: [replacing('apikey_', 'apiref_')],
  },
])
