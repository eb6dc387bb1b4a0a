import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const currentsapi = defineRules('Currents API', () => [
  {
    id: 'currentsapi-api-key',
    title: 'Currents API key',
    severity: 'medium',
    parts: chars('alnum', 48, 48, '+-=_'),
    context: { words: ['currentsapi'], label: 'CURRENTSAPI_API_KEY' },
    nearMisses: [replacing('CURRENTSAPI_API_KEY', 'CURRENTSAPI_REGION')],
  },
])
