import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ipstack = defineRules('ipstack', () => [
  {
    id: 'ipstack-access-key',
    title: 'ipstack access key',
    severity: 'low',
    parts: chars('anyHex', 32),
    context: { words: ['ipstack'], label: 'IPSTACK_ACCESS_KEY' },
    reference: 'https://ipstack.com/documentation',
    nearMisses: [replacing('IPSTACK_ACCESS_KEY', 'IPSTACK_BUILD_ID')],
  },
])
