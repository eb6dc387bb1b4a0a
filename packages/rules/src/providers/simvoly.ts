import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const simvoly = defineRules('Simvoly', () => [
  {
    id: 'simvoly-api-key',
    title: 'Simvoly API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 33),
    context: { words: ['simvoly'], label: 'SIMVOLY_API_KEY' },
    nearMisses: [replacing('SIMVOLY_API_KEY', 'SIMVOLY_REGION')],
  },
])
