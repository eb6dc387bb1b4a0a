import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const coinbase = defineRules('Coinbase', () => [
  {
    id: 'coinbase-cdp-key-name',
    title: 'Coinbase Developer Platform key name',
    severity: 'medium',
    parts: ['organizations/', uuid, '/apiKeys/', uuid],
    reference: 'https://docs.cdp.coinbase.com/',
    nearMisses: [replacing('apiKeys', 'apiUsers')],
  },
  {
    id: 'coinbase-api-secret',
    title: 'Coinbase API secret',
    severity: 'critical',
    parts: chars('lowerAlnum', 64, 64, '_-'),
    context: { words: ['coinbase'], label: 'COINBASE_API_SECRET' },
    reference: 'https://docs.cdp.coinbase.com/',
    nearMisses: [replacing('COINBASE_API_SECRET', 'COINBASE_VERSION')],
  },
  {
    id: 'coinbase-exchange-api-secret',
    title: 'Coinbase Exchange API secret',
    severity: 'critical',
    parts: [chars('base64', 86), '=='],
    context: { words: ['coinbase', 'cb-access'], label: 'COINBASE_EXCHANGE_SECRET' },
    reference: 'https://docs.cdp.coinbase.com/exchange/',
    nearMisses: [replacing('COINBASE_EXCHANGE_SECRET', 'COINBASE_VERSION')],
  },
])
