import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const civo = defineRules('Civo', () => [
  {
    id: 'civo-api-key',
    title: 'Civo API key',
    severity: 'critical',
    parts: chars('lowerAlnum', 50),
    context: { words: ['civo_', 'civo.com', 'civo-'], label: 'CIVO_API_KEY' },
    reference: 'https://www.civo.com/docs/account/api-keys',
    nearMisses: [replacing('CIVO_API_KEY', 'CIVO_VERSION')],
  },
])
