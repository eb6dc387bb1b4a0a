import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sparkpost = defineRules('SparkPost', () => [
  {
    id: 'sparkpost-api-key',
    title: 'SparkPost API key',
    severity: 'high',
    parts: chars('hex', 40),
    context: { words: ['sparkpost'], label: 'SPARKPOST_API_KEY' },
    reference: 'https://developers.sparkpost.com/api/',
    nearMisses: [replacing('SPARKPOST_API_KEY', 'SPARKPOST_COMMIT')],
  },
])
