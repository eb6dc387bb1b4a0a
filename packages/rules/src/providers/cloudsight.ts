import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cloudsight = defineRules('CloudSight', () => [
  {
    id: 'cloudsight-api-key',
    title: 'CloudSight API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 20, 24),
    context: { words: ['cloudsight'], label: 'CLOUDSIGHT_API_KEY' },
    nearMisses: [replacing('CLOUDSIGHT_API_KEY', 'CLOUDSIGHT_REGION')],
  },
])
