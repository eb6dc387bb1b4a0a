import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const simfin = defineRules('SimFin', () => [
  {
    id: 'simfin-api-key',
    title: 'SimFin API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['simfin'], label: 'SIMFIN_API_KEY' },
    nearMisses: [replacing('SIMFIN_API_KEY', 'SIMFIN_REGION')],
  },
])
