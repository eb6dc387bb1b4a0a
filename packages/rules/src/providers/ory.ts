import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const ory = defineRules('Ory', () => [
  {
    id: 'ory-token',
    title: 'Ory access token or API key',
    severity: 'critical',
    parts: [oneOf('ory_pat_', 'ory_wak_', 'ory_at_', 'ory_rt_', 'ory_st_'), chars('alnum', 32)],
    reference: 'https://www.ory.sh/docs/concepts/personal-access-token',
    nearMisses: [(token) => token.replace('ory_', 'orx_')],
  },
])
