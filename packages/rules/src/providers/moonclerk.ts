import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const moonclerk = defineRules('MoonClerk', () => [
  {
    id: 'moonclerk-api-key',
    title: 'MoonClerk API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['moonclerk'], label: 'MOONCLERK_API_KEY' },
    nearMisses: [replacing('MOONCLERK_API_KEY', 'MOONCLERK_REGION')],
  },
])
