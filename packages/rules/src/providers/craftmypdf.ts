import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const craftmypdf = defineRules('CraftMyPDF', () => [
  {
    id: 'craftmypdf-api-key',
    title: 'CraftMyPDF API key',
    severity: 'medium',
    parts: chars('alnum', 35),
    context: { words: ['craftmypdf'], label: 'CRAFTMYPDF_API_KEY' },
    nearMisses: [replacing('CRAFTMYPDF_API_KEY', 'CRAFTMYPDF_REGION')],
  },
])
