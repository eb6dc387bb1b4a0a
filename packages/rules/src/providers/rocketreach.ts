import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rocketreach = defineRules('RocketReach', () => [
  {
    id: 'rocketreach-api-key',
    title: 'RocketReach API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 39, 39, '-'),
    context: { words: ['rocketreach'], label: 'ROCKETREACH_API_KEY' },
    nearMisses: [replacing('ROCKETREACH_API_KEY', 'ROCKETREACH_REGION')],
  },
])
