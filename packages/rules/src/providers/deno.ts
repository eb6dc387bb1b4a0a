import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const deno = defineRules('Deno', () => [
  {
    id: 'deno-deploy-token',
    title: 'Deno Deploy token',
    severity: 'critical',
    parts: [oneOf('ddp_', 'ddw_', 'ddo_'), chars('alnum', 36)],
    reference: 'https://docs.deno.com/deploy/',
    nearMisses: [(token) => token.replace('dd', 'dx')],
  },
])
