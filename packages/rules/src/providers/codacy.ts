import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const codacy = defineRules('Codacy', () => [
  {
    id: 'codacy-api-token',
    title: 'Codacy API token',
    severity: 'medium',
    parts: chars('alnum', 20),
    context: { words: ['codacy'], label: 'CODACY_API_TOKEN' },
    reference: 'https://docs.codacy.com/codacy-api/api-tokens/',
    nearMisses: [replacing('CODACY_API_TOKEN', 'CODACY_REGION')],
  },
])
