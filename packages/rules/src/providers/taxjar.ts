import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const taxjar = defineRules('TaxJar', () => [
  {
    id: 'taxjar-api-token',
    title: 'TaxJar API token',
    severity: 'high',
    parts: chars('lowerAlnum', 32),
    context: { words: ['taxjar'], label: 'TAXJAR_API_TOKEN' },
    reference: 'https://developers.taxjar.com/api/reference/',
    nearMisses: [replacing('TAXJAR_API_TOKEN', 'TAXJAR_VERSION')],
  },
])
