import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const codeclimate = defineRules('Code Climate', () => [
  {
    id: 'code-climate-token',
    title: 'Code Climate API token or reporter id',
    severity: 'low',
    parts: [oneOf(chars('hex', 40), chars('hex', 64))],
    context: { words: ['codeclimate', 'code_climate', 'cc_test_reporter'], label: 'CODECLIMATE_API_TOKEN' },
    reference: 'https://docs.codeclimate.com/',
    nearMisses: [replacing('CODECLIMATE_API_TOKEN', 'CODECLIMATE_COMMIT')],
  },
])
