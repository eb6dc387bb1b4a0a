import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nftport = defineRules('NFTPort', () => [
  {
    id: 'nftport-api-key',
    title: 'NFTPort API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 36, 36, '-'),
    context: { words: ['nftport'], label: 'NFTPORT_API_KEY' },
    nearMisses: [replacing('NFTPORT_API_KEY', 'NFTPORT_REGION')],
  },
])
