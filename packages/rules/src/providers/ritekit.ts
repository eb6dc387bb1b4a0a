import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ritekit = defineRules('RiteKit', () => [
  {
    id: 'ritekit-api-key',
    title: 'RiteKit API key',
    severity: 'medium',
    parts: chars('hex', 44),
    context: { words: ['ritekit'], label: 'RITEKIT_API_KEY' },
    nearMisses: [replacing('RITEKIT_API_KEY', 'RITEKIT_REGION')],
  },
])
