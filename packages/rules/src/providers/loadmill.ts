import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const loadmill = defineRules('Loadmill', () => [
  {
    id: 'loadmill-api-key',
    title: 'Loadmill API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['loadmill'], label: 'LOADMILL_API_KEY' },
    nearMisses: [replacing('LOADMILL_API_KEY', 'LOADMILL_REGION')],
  },
])
