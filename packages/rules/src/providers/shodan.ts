import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const shodan = defineRules('Shodan', () => [
  {
    id: 'shodan-api-key',
    title: 'Shodan API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['shodan'], label: 'SHODAN_API_KEY' },
    reference: 'https://developer.shodan.io/api',
    nearMisses: [replacing('SHODAN_API_KEY', 'SHODAN_REGION')],
  },
])
