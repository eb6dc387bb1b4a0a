import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fixer = defineRules('Fixer', () => [
  {
    id: 'fixer-access-key',
    title: 'Fixer access key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['fixerio', 'fixer.io', 'fixer_api', 'fixer_access'], label: 'FIXER_ACCESS_KEY' },
    reference: 'https://fixer.io/documentation',
    nearMisses: [replacing('FIXER_ACCESS_KEY', 'FIXER_REGION')],
  },
])
