import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kraken = defineRules('Kraken', () => [
  {
    id: 'kraken-private-key',
    title: 'Kraken API private key',
    severity: 'critical',
    parts: [chars('base64', 86), '=='],
    context: { words: ['kraken'], label: 'KRAKEN_API_SECRET' },
    reference: 'https://docs.kraken.com/api/',
    nearMisses: [replacing('KRAKEN_API_SECRET', 'KRAKEN_VERSION')],
  },
])
