import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jotform = defineRules('Jotform', () => [
  {
    id: 'jotform-api-key',
    title: 'Jotform API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['jotform'], label: 'JOTFORM_API_KEY' },
    reference: 'https://api.jotform.com/docs/',
    nearMisses: [replacing('JOTFORM_API_KEY', 'JOTFORM_REGION')],
  },
])
