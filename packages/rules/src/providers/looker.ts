import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const looker = defineRules('Looker', () => [
  {
    id: 'looker-client-secret',
    title: 'Looker API client secret',
    severity: 'high',
    parts: chars('lowerAlnum', 24),
    context: { words: ['looker'], label: 'LOOKER_CLIENT_SECRET' },
    reference: 'https://cloud.google.com/looker/docs/api-auth',
    nearMisses: [replacing('LOOKER_CLIENT_SECRET', 'LOOKER_VERSION')],
  },
])
