import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const countrylayer = defineRules('countrylayer', () => [
  {
    id: 'countrylayer-api-key',
    title: 'countrylayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['countrylayer'], label: 'COUNTRYLAYER_API_KEY' },
    nearMisses: [replacing('COUNTRYLAYER_API_KEY', 'COUNTRYLAYER_REGION')],
  },
])
