import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const codequiry = defineRules('Codequiry', () => [
  {
    id: 'codequiry-api-key',
    title: 'Codequiry API key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['codequiry'], label: 'CODEQUIRY_API_KEY' },
    nearMisses: [replacing('CODEQUIRY_API_KEY', 'CODEQUIRY_REGION')],
  },
])
