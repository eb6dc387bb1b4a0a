import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cloverly = defineRules('Cloverly', () => [
  {
    id: 'cloverly-api-key',
    title: 'Cloverly API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 28, 28, ':_'),
    context: { words: ['cloverly'], label: 'CLOVERLY_API_KEY' },
    nearMisses: [replacing('CLOVERLY_API_KEY', 'CLOVERLY_REGION')],
  },
])
