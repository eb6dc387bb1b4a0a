import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cryptocompare = defineRules('CryptoCompare', () => [
  {
    id: 'cryptocompare-api-key',
    title: 'CryptoCompare API key',
    severity: 'low',
    parts: chars('lowerAlnum', 64),
    context: { words: ['cryptocompare'], label: 'CRYPTOCOMPARE_API_KEY' },
    reference: 'https://developers.cryptocompare.com/',
    nearMisses: [replacing('CRYPTOCOMPARE_API_KEY', 'CRYPTOCOMPARE_VERSION')],
  },
])
