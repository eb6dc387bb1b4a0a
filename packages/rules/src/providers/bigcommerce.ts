import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const bigcommerce = defineRules('BigCommerce', () => [
  {
    id: 'bigcommerce-access-token',
    title: 'BigCommerce API access token',
    severity: 'high',
    parts: chars('lowerAlnum', 31),
    context: { words: ['bigcommerce'], label: 'BIGCOMMERCE_ACCESS_TOKEN' },
    reference: 'https://developer.bigcommerce.com/docs/start/authentication',
    nearMisses: [replacing('BIGCOMMERCE_ACCESS_TOKEN', 'BIGCOMMERCE_VERSION')],
  },
])
