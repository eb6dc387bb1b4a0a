import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const freshdesk = defineRules('Freshdesk', () => [
  {
    id: 'freshdesk-api-key',
    title: 'Freshdesk API key',
    severity: 'high',
    parts: chars('alnum', 20),
    context: { words: ['freshdesk'], label: 'FRESHDESK_API_KEY' },
    reference: 'https://developers.freshdesk.com/api/',
    nearMisses: [replacing('FRESHDESK_API_KEY', 'FRESHDESK_REGION')],
  },
])
