import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const screenshotlayer = defineRules('screenshotlayer', () => [
  {
    id: 'screenshotlayer-api-key',
    title: 'screenshotlayer API key',
    severity: 'medium',
    parts: chars('alnum', 32, 32, '_'),
    context: { words: ['screenshotlayer'], label: 'SCREENSHOTLAYER_API_KEY' },
    nearMisses: [replacing('SCREENSHOTLAYER_API_KEY', 'SCREENSHOTLAYER_REGION')],
  },
])
