import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mixmax = defineRules('Mixmax', () => [
  {
    id: 'mixmax-api-key',
    title: 'Mixmax API key',
    severity: 'medium',
    parts: chars('base64url', 36),
    context: { words: ['mixmax'], label: 'MIXMAX_API_KEY' },
    nearMisses: [replacing('MIXMAX_API_KEY', 'MIXMAX_REGION')],
  },
])
