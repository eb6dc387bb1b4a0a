import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const atera = defineRules('Atera', () => [
  {
    id: 'atera-api-key',
    title: 'Atera API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['atera_', 'atera.com', 'ateraapi'], label: 'ATERA_API_KEY' },
    nearMisses: [replacing('ATERA_API_KEY', 'ATERA_REGION')],
  },
])
