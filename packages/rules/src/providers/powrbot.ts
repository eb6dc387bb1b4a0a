import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const powrbot = defineRules('Powrbot', () => [
  {
    id: 'powrbot-api-key',
    title: 'Powrbot API key',
    severity: 'medium',
    parts: chars('alnum', 40),
    context: { words: ['powrbot'], label: 'POWRBOT_API_KEY' },
    nearMisses: [replacing('POWRBOT_API_KEY', 'POWRBOT_REGION')],
  },
])
