import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const simplesat = defineRules('Simplesat', () => [
  {
    id: 'simplesat-api-key',
    title: 'Simplesat API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['simplesat'], label: 'SIMPLESAT_API_KEY' },
    nearMisses: [replacing('SIMPLESAT_API_KEY', 'SIMPLESAT_REGION')],
  },
])
