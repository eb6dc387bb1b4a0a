import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const bunny = defineRules('bunny.net', () => [
  {
    id: 'bunny-api-key',
    title: 'bunny.net account API key',
    severity: 'high',
    parts: [uuid, uuid],
    context: { words: ['bunny'], label: 'BUNNY_API_KEY' },
    reference: 'https://docs.bunny.net/',
    nearMisses: [replacing('BUNNY_API_KEY', 'BUNNY_VERSION')],
  },
])
