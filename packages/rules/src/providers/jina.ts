import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jina = defineRules('Jina AI', () => [
  {
    id: 'jina-api-key',
    title: 'Jina AI API key',
    severity: 'high',
    parts: ['jina_', chars('alnum', 60, 60, '_-')],
    reference: 'https://jina.ai/',
    nearMisses: [replacing('jina_', 'jine_')],
  },
])
