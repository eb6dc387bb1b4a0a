import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const exa = defineRules('Exa', () => [
  {
    id: 'exa-api-key',
    title: 'Exa API key',
    severity: 'medium',
    parts: uuid,
    context: { words: ['exa_api', 'exa-api', 'exa.ai'], label: 'EXA_API_KEY' },
    reference: 'https://docs.exa.ai/',
    nearMisses: [replacing('EXA_API_KEY', 'EXA_TRACE_ID')],
  },
])
