import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const coveralls = defineRules('Coveralls', () => [
  {
    id: 'coveralls-repo-token',
    title: 'Coveralls repository token',
    severity: 'low',
    parts: chars('alnum', 32, 37),
    context: { words: ['coveralls'], label: 'COVERALLS_REPO_TOKEN' },
    reference: 'https://docs.coveralls.io/',
    nearMisses: [replacing('COVERALLS_REPO_TOKEN', 'COVERALLS_REGION')],
  },
])
