import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const lokalise = defineRules('Lokalise', () => [
  {
    id: 'lokalise-api-token',
    title: 'Lokalise API token',
    severity: 'high',
    parts: chars('lowerAlnum', 40),
    context: { words: ['lokalise'], label: 'LOKALISE_API_TOKEN' },
    reference: 'https://docs.lokalise.com/en/articles/1929556-api-tokens',
    nearMisses: [replacing('LOKALISE_API_TOKEN', 'LOKALISE_VERSION')],
  },
])
