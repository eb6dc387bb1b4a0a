import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const numverify = defineRules('numverify', () => [
  {
    id: 'numverify-api-key',
    title: 'numverify API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['numverify'], label: 'NUMVERIFY_API_KEY' },
    nearMisses: [replacing('NUMVERIFY_API_KEY', 'NUMVERIFY_REGION')],
  },
])
