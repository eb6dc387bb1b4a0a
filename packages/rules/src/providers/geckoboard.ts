import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const geckoboard = defineRules('Geckoboard', () => [
  {
    id: 'geckoboard-api-key',
    title: 'Geckoboard API key',
    severity: 'medium',
    parts: chars('alnum', 44),
    context: { words: ['geckoboard'], label: 'GECKOBOARD_API_KEY' },
    reference: 'https://developer.geckoboard.com/',
    nearMisses: [replacing('GECKOBOARD_API_KEY', 'GECKOBOARD_REGION')],
  },
])
