import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ebay = defineRules('eBay', () => [
  {
    id: 'ebay-client-secret',
    title: 'eBay application client secret',
    severity: 'high',
    parts: [
      'PRD-',
      chars('hex', 12),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 4),
      '-',
      chars('hex', 4),
    ],
    reference: 'https://developer.ebay.com/api-docs/static/oauth-credentials.html',
    nearMisses: [replacing('PRD-', 'PRX-')],
  },
])
