import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const bitcoin = defineRules('Bitcoin', [
  {
    id: 'bitcoin-extended-private-key',
    title: 'Bitcoin extended private key (BIP 32)',
    severity: 'critical',
    parts: [oneOf('xprv', 'yprv', 'zprv', 'tprv'), chars('base58', 107)],
    reference: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
    nearMisses: [replacing('prv', 'pub')],
  },
])
