import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zenrows = defineRules('ZenRows', () => [
  {
    id: 'zenrows-api-key',
    title: 'ZenRows API key',
    severity: 'low',
    parts: chars('hex', 40),
    context: { words: ['zenrows'], label: 'ZENROWS_API_KEY' },
    reference: 'https://docs.zenrows.com/',
    nearMisses: [replacing('ZENROWS_API_KEY', 'ZENROWS_COMMIT')],
  },
])
