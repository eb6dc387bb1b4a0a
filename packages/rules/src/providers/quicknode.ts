import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, secret, slash } from '../parts.ts'

export const quicknode = defineRules('QuickNode', () => [
  {
    id: 'quicknode-api-key',
    title: 'QuickNode API key',
    severity: 'medium',
    parts: ['QN_', chars('hex', 32)],
    reference: 'https://www.quicknode.com/docs',
    nearMisses: [replacing('QN_', 'QX_')],
  },
  {
    id: 'quicknode-endpoint-token',
    title: 'QuickNode token in an endpoint URL',
    severity: 'medium',
    parts: ['quiknode.pro', slash, secret(chars('hex', 40))],
    reference: 'https://www.quicknode.com/docs',
    nearMisses: [replacing('quiknode.pro', 'quiknode.net')],
  },
])
