import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const docparser = defineRules('Docparser', () => [
  {
    id: 'docparser-api-key',
    title: 'Docparser API key',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['docparser'], label: 'DOCPARSER_API_KEY' },
    nearMisses: [replacing('DOCPARSER_API_KEY', 'DOCPARSER_REGION')],
  },
])
