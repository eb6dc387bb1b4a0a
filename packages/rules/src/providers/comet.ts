import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const comet = defineRules('Comet', () => [
  {
    id: 'comet-api-key',
    title: 'Comet API key',
    severity: 'medium',
    parts: chars('alnum', 25),
    context: {
      words: ['comet_api', 'comet-api', 'comet_ml', 'comet.com', 'cometml'],
      label: 'COMET_API_KEY',
    },
    reference: 'https://www.comet.com/docs/v2/',
    nearMisses: [replacing('COMET_API_KEY', 'COMET_REGION')],
  },
])
