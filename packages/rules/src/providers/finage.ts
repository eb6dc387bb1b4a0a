import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const finage = defineRules('Finage', () => [
  {
    id: 'finage-api-key',
    title: 'Finage API key',
    severity: 'medium',
    parts: chars('upperAlnum', 32),
    context: { words: ['finage'], label: 'FINAGE_API_KEY' },
    nearMisses: [replacing('FINAGE_API_KEY', 'FINAGE_REGION')],
  },
])
