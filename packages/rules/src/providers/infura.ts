import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional, secret, slash } from '../parts.ts'

export const infura = defineRules('Infura', () => [
  {
    id: 'infura-endpoint-key',
    title: 'Infura API key in an endpoint URL',
    severity: 'medium',
    parts: ['infura.io', slash, optional('ws', slash), 'v3', slash, secret(chars('hex', 32))],
    reference: 'https://docs.metamask.io/services/',
    nearMisses: [replacing('infura.io', 'infura.net')],
  },
  {
    id: 'infura-api-secret',
    title: 'Infura API key secret',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['infura'], label: 'INFURA_API_SECRET' },
    reference: 'https://docs.metamask.io/services/',
    nearMisses: [replacing('INFURA_API_SECRET', 'INFURA_BUILD_ID')],
  },
])
