import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const stormboard = defineRules('Stormboard', () => [
  {
    id: 'stormboard-api-key',
    title: 'Stormboard API key',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['stormboard'], label: 'STORMBOARD_API_KEY' },
    nearMisses: [replacing('STORMBOARD_API_KEY', 'STORMBOARD_REGION')],
  },
])
