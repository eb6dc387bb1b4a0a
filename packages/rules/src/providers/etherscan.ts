import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const etherscan = defineRules('Etherscan', () => [
  {
    id: 'etherscan-api-key',
    title: 'Etherscan-family API key',
    severity: 'low',
    parts: chars('upperAlnum', 34),
    context: {
      words: ['etherscan', 'bscscan', 'polygonscan', 'arbiscan', 'snowtrace', 'basescan', 'ftmscan'],
      label: 'ETHERSCAN_API_KEY',
    },
    reference: 'https://docs.etherscan.io/getting-an-api-key',
    nearMisses: [replacing('ETHERSCAN_API_KEY', 'ETHERSCAN_VERSION')],
  },
])
