import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const bombbomb = defineRules('BombBomb', () => [
  {
    id: 'bombbomb-api-key',
    title: 'BombBomb API key',
    severity: 'medium',
    parts: chars('alnum', 88, 88, '+/='),
    context: { words: ['bombbomb'], label: 'BOMBBOMB_API_KEY' },
    nearMisses: [replacing('BOMBBOMB_API_KEY', 'BOMBBOMB_REGION')],
  },
])
