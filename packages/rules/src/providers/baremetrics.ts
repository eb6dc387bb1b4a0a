import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const baremetrics = defineRules('Baremetrics', () => [
  {
    id: 'baremetrics-api-key',
    title: 'Baremetrics API key',
    severity: 'high',
    parts: [oneOf('lk_', 'sk_'), chars('alnum', 18, 25)],
    context: { words: ['baremetrics'], label: 'BAREMETRICS_API_KEY' },
    reference: 'https://developers.baremetrics.com/reference/authentication',
    nearMisses: [replacing('BAREMETRICS_API_KEY', 'BAREMETRICS_REGION')],
  },
])
