import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const selectpdf = defineRules('SelectPdf', () => [
  {
    id: 'selectpdf-api-key',
    title: 'SelectPdf API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 36, 36, '-'),
    context: { words: ['selectpdf'], label: 'SELECTPDF_API_KEY' },
    nearMisses: [replacing('SELECTPDF_API_KEY', 'SELECTPDF_REGION')],
  },
])
