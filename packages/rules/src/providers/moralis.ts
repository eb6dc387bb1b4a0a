import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const moralis = defineRules('Moralis', () => [
  {
    id: 'moralis-api-key',
    title: 'Moralis API key',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['moralis'], label: 'MORALIS_API_KEY' },
    reference: 'https://docs.moralis.com/',
    nearMisses: [replacing('MORALIS_API_KEY', 'MORALIS_REGION')],
  },
])
