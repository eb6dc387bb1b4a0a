import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const extractorapi = defineRules('Extractor API', () => [
  {
    id: 'extractorapi-api-key',
    title: 'Extractor API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['extractorapi'], label: 'EXTRACTORAPI_API_KEY' },
    nearMisses: [replacing('EXTRACTORAPI_API_KEY', 'EXTRACTORAPI_REGION')],
  },
])
