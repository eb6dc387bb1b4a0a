import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const typeform = defineRules('Typeform', () => [
  {
    id: 'typeform-token',
    title: 'Typeform personal access token',
    severity: 'high',
    parts: ['tfp_', chars('alnum', 40, 60, '_')],
    reference: 'https://www.typeform.com/developers/get-started/personal-access-token/',
    revoke: 'https://admin.typeform.com/user/tokens',
    nearMisses: [replacing('tfp_', 'tfx_')],
  },
])
