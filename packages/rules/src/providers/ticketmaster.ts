import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ticketmaster = defineRules('Ticketmaster', () => [
  {
    id: 'ticketmaster-api-key',
    title: 'Ticketmaster API key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['ticketmaster'], label: 'TICKETMASTER_API_KEY' },
    reference: 'https://developer.ticketmaster.com/products-and-docs/apis/getting-started/',
    nearMisses: [replacing('TICKETMASTER_API_KEY', 'TICKETMASTER_REGION')],
  },
])
