import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, uuid } from '../parts.ts'

export const codecov = defineRules('Codecov', () => [
  {
    id: 'codecov-token',
    title: 'Codecov token',
    severity: 'medium',
    parts: [oneOf(uuid, chars('lowerAlnum', 32))],
    context: { words: ['codecov'], label: 'CODECOV_TOKEN' },
    reference: 'https://docs.codecov.com/docs/codecov-tokens',
    nearMisses: [replacing('CODECOV_TOKEN', 'CODECOV_VERSION')],
  },
])
