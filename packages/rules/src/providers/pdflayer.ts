import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pdflayer = defineRules('pdflayer', () => [
  {
    id: 'pdflayer-api-key',
    title: 'pdflayer API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['pdflayer'], label: 'PDFLAYER_API_KEY' },
    nearMisses: [replacing('PDFLAYER_API_KEY', 'PDFLAYER_REGION')],
  },
])
