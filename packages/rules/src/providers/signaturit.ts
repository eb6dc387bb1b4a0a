import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const signaturit = defineRules('Signaturit', () => [
  {
    id: 'signaturit-api-key',
    title: 'Signaturit API key',
    severity: 'medium',
    parts: chars('alnum', 86),
    context: { words: ['signaturit'], label: 'SIGNATURIT_API_KEY' },
    nearMisses: [replacing('SIGNATURIT_API_KEY', 'SIGNATURIT_REGION')],
  },
])
