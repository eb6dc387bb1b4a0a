import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const madkudu = defineRules('MadKudu', () => [
  {
    id: 'madkudu-api-key',
    title: 'MadKudu API key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['madkudu'], label: 'MADKUDU_API_KEY' },
    nearMisses: [replacing('MADKUDU_API_KEY', 'MADKUDU_REGION')],
  },
])
