import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const triggerDev = defineRules('Trigger.dev', () => [
  {
    id: 'trigger-dev-secret-key',
    title: 'Trigger.dev secret key',
    severity: 'high',
    parts: [oneOf('tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_preview_', 'tr_pat_'), chars('alnum', 20, 40)],
    reference: 'https://trigger.dev/docs/apikeys',
    nearMisses: [(token) => token.replace('tr_', 'tx_')],
  },
])
