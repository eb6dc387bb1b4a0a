import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const binance = defineRules('Binance', () => [
  {
    id: 'binance-api-key',
    title: 'Binance API key or secret',
    severity: 'critical',
    parts: chars('alnum', 64),
    context: { words: ['binance'], label: 'BINANCE_API_SECRET' },
    reference: 'https://developers.binance.com/docs/binance-spot-api-docs/rest-api',
    nearMisses: [replacing('BINANCE_API_SECRET', 'BINANCE_REGION')],
  },
])
