import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const apimetrics = defineRules('APImetrics', () => [
  {
    id: 'apimetrics-api-key',
    title: 'APImetrics API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['apimetrics'], label: 'APIMETRICS_API_KEY' },
    nearMisses: [replacing('APIMETRICS_API_KEY', 'APIMETRICS_REGION')],
  },
])
