import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const robinhood = defineRules('Robinhood', () => [
  {
    id: 'robinhood-crypto-api-key',
    title: 'Robinhood crypto API key',
    severity: 'critical',
    parts: ['rh-api-', uuid],
    reference: 'https://docs.robinhood.com/crypto/trading/',
    nearMisses: [replacing('rh-api-', 'rh-app-')],
  },
])
