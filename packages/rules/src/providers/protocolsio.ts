import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const protocolsio = defineRules('protocols.io', () => [
  {
    id: 'protocolsio-api-key',
    title: 'protocols.io API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 64),
    context: { words: ['protocolsio'], label: 'PROTOCOLSIO_API_KEY' },
    nearMisses: [replacing('PROTOCOLSIO_API_KEY', 'PROTOCOLSIO_REGION')],
  },
])
