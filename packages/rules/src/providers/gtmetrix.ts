import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const gtmetrix = defineRules('GTmetrix', () => [
  {
    id: 'gtmetrix-api-key',
    title: 'GTmetrix API key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['gtmetrix'], label: 'GTMETRIX_API_KEY' },
    nearMisses: [replacing('GTMETRIX_API_KEY', 'GTMETRIX_REGION')],
  },
])
