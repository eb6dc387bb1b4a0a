import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const coinapi = defineRules('CoinAPI', () => [
  {
    id: 'coinapi-api-key',
    title: 'CoinAPI key',
    severity: 'medium',
    parts: [
      chars('upperHex', 8),
      '-',
      chars('upperHex', 4),
      '-',
      chars('upperHex', 4),
      '-',
      chars('upperHex', 4),
      '-',
      chars('upperHex', 12),
    ],
    context: { words: ['coinapi'], label: 'COINAPI_KEY' },
    reference: 'https://docs.coinapi.io/',
    nearMisses: [replacing('COINAPI_KEY', 'COINAPI_VERSION')],
  },
])
