import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const surveysparrow = defineRules('SurveySparrow', () => [
  {
    id: 'surveysparrow-api-key',
    title: 'SurveySparrow API key',
    severity: 'medium',
    parts: chars('base64url', 88),
    context: { words: ['surveysparrow'], label: 'SURVEYSPARROW_API_KEY' },
    nearMisses: [replacing('SURVEYSPARROW_API_KEY', 'SURVEYSPARROW_REGION')],
  },
])
