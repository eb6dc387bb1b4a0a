import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, sequence } from '../parts.ts'

/** The last character but two is another one: so the check fails. */
const misspelled = (token: string): string =>
  token.slice(0, -3) + (token.at(-3) === 'x' ? 'y' : 'x') + token.slice(-2)

export const bitcoin = defineRules('Bitcoin', () => [
  {
    id: 'bitcoin-extended-private-key',
    title: 'Bitcoin extended private key (BIP 32)',
    severity: 'critical',
    parts: [oneOf('xprv', 'yprv', 'zprv', 'tprv'), chars('base58', 107)],
    checksum: checksums.base58check,
    strict: true,
    reference: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki',
    nearMisses: [replacing('prv', 'pub'), misspelled],
  },
  {
    id: 'bitcoin-private-key',
    title: 'Bitcoin private key (WIF)',
    severity: 'critical',
    parts: oneOf(
      sequence(['5', oneOf('H', 'J', 'K'), chars('base58', 49)]),
      sequence([oneOf('K', 'L'), chars('base58', 51)]),
    ),
    checksum: checksums.base58check,
    strict: true,
    context: {
      words: ['wif', 'bitcoin', 'private key', 'private_key', 'privatekey', 'privkey', 'wallet', 'btc_'],
    },
    reference: 'https://en.bitcoin.it/wiki/Wallet_import_format',
    nearMisses: [misspelled],
  },
])
