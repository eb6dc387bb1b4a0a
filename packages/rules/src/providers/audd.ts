import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const audd = defineRules('AudD', () => [
  {
    id: 'audd-api-key',
    title: 'AudD API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32, 32, '-'),
    context: { words: ['audd'], label: 'AUDD_API_KEY' },
    nearMisses: [replacing('AUDD_API_KEY', 'AUDD_REGION')],
  },
])
