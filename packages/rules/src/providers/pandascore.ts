import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pandascore = defineRules('PandaScore', () => [
  {
    id: 'pandascore-api-key',
    title: 'PandaScore API key',
    severity: 'medium',
    parts: chars('base64url', 51),
    context: { words: ['pandascore'], label: 'PANDASCORE_API_KEY' },
    nearMisses: [replacing('PANDASCORE_API_KEY', 'PANDASCORE_REGION')],
  },
])
