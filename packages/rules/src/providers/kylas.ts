import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kylas = defineRules('Kylas', () => [
  {
    id: 'kylas-api-key',
    title: 'Kylas API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 36, 36, '-'),
    context: { words: ['kylas'], label: 'KYLAS_API_KEY' },
    nearMisses: [replacing('KYLAS_API_KEY', 'KYLAS_REGION')],
  },
])
