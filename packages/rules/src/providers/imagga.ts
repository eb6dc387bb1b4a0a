import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const imagga = defineRules('Imagga', () => [
  {
    id: 'imagga-api-key',
    title: 'Imagga API key',
    severity: 'medium',
    parts: chars('alnum', 72, 72, '='),
    context: { words: ['imagga'], label: 'IMAGGA_API_KEY' },
    nearMisses: [replacing('IMAGGA_API_KEY', 'IMAGGA_REGION')],
  },
])
