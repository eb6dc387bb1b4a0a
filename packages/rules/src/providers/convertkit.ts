import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const convertkit = defineRules('Kit (ConvertKit)', () => [
  {
    id: 'convertkit-api-key',
    title: 'Kit (ConvertKit) API key',
    severity: 'medium',
    parts: chars('alnum', 22, 22, '_'),
    context: { words: ['convertkit'], label: 'CONVERTKIT_API_KEY' },
    nearMisses: [replacing('CONVERTKIT_API_KEY', 'CONVERTKIT_REGION')],
  },
])
