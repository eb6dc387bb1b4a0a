import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const browshot = defineRules('Browshot', () => [
  {
    id: 'browshot-api-key',
    title: 'Browshot API key',
    severity: 'medium',
    parts: chars('alnum', 28),
    context: { words: ['browshot'], label: 'BROWSHOT_API_KEY' },
    nearMisses: [replacing('BROWSHOT_API_KEY', 'BROWSHOT_REGION')],
  },
])
