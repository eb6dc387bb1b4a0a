import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const iexcloud = defineRules('IEX Cloud', () => [
  {
    id: 'iexcloud-api-key',
    title: 'IEX Cloud API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 35, 35, '_'),
    context: { words: ['iexcloud'], label: 'IEXCLOUD_API_KEY' },
    nearMisses: [replacing('IEXCLOUD_API_KEY', 'IEXCLOUD_REGION')],
  },
])
