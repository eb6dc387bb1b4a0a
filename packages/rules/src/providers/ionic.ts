import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ionic = defineRules('Ionic', () => [
  {
    id: 'ionic-access-token',
    title: 'Ionic personal access token',
    severity: 'high',
    parts: ['ion_', chars('alnum', 42)],
    reference: 'https://ionic.io/docs/appflow/personal-access-tokens',
    nearMisses: [replacing('ion_', 'iox_')],
  },
])
