import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const detectlanguage = defineRules('Language Detection API', () => [
  {
    id: 'detectlanguage-api-key',
    title: 'Language Detection API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['detectlanguage'], label: 'DETECTLANGUAGE_API_KEY' },
    nearMisses: [replacing('DETECTLANGUAGE_API_KEY', 'DETECTLANGUAGE_REGION')],
  },
])
