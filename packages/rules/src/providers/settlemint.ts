import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const settlemint = defineRules('SettleMint', () => [
  {
    id: 'settlemint-access-token',
    title: 'SettleMint access token',
    severity: 'high',
    parts: [oneOf('sm_pat_', 'sm_aat_', 'sm_sat_'), chars('alnum', 16)],
    reference: 'https://www.settlemint.com/',
    nearMisses: [(token) => token.replace('sm_', 'sn_')],
  },
])
