import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zerotier = defineRules('ZeroTier', () => [
  {
    id: 'zerotier-api-token',
    title: 'ZeroTier API token',
    severity: 'high',
    parts: chars('alnum', 32),
    context: { words: ['zerotier'], label: 'ZEROTIER_API_TOKEN' },
    reference: 'https://docs.zerotier.com/api/',
    nearMisses: [replacing('ZEROTIER_API_TOKEN', 'ZEROTIER_REGION')],
  },
])
