import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clojars = defineRules('Clojars', () => [
  {
    id: 'clojars-deploy-token',
    title: 'Clojars deploy token',
    severity: 'critical',
    parts: ['CLOJARS_', chars('lowerAlnum', 60)],
    reference: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
    nearMisses: [replacing('CLOJARS_', 'CLOJURE_')],
  },
])
