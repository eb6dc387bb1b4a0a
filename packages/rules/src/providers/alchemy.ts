import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret, slash } from '../parts.ts'

export const alchemy = defineRules('Alchemy', () => [
  {
    id: 'alchemy-auth-token',
    title: 'Alchemy auth token',
    severity: 'medium',
    parts: ['alcht_', chars('alnum', 30)],
    reference: 'https://www.alchemy.com/docs',
    nearMisses: [replacing('alcht_', 'alchx_')],
  },
  {
    id: 'alchemy-endpoint-key',
    title: 'Alchemy API key in an endpoint URL',
    severity: 'medium',
    parts: [oneOf('g.alchemy.com', 'alchemyapi.io'), slash, 'v2', slash, secret(chars('base64url', 32))],
    reference: 'https://www.alchemy.com/docs',
    nearMisses: [
      (text) => text.replace('alchemy.com', 'alchemy.net').replace('alchemyapi.io', 'alchemy.net'),
    ],
  },
  {
    id: 'alchemy-api-key',
    title: 'Alchemy API key',
    severity: 'medium',
    parts: chars('base64url', 32),
    context: {
      words: ['alchemy_api', 'alchemy_key', 'alchemyapi', 'alchemy-api', 'alchemy.com'],
      label: 'ALCHEMY_API_KEY',
    },
    reference: 'https://www.alchemy.com/docs',
    nearMisses: [replacing('ALCHEMY_API_KEY', 'ALCHEMY_VERSION')],
  },
])
