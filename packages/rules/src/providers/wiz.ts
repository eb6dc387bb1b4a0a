import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const wiz = defineRules('Wiz', () => [
  {
    id: 'wiz-client-secret',
    title: 'Wiz client secret',
    severity: 'critical',
    parts: chars('alnum', 64),
    context: {
      words: ['wiz_client', 'wiz_secret', 'wiz-client', 'wiz.io', 'wizclient'],
      label: 'WIZ_CLIENT_SECRET',
    },
    reference: 'https://docs.wiz.io/',
    nearMisses: [replacing('WIZ_CLIENT_SECRET', 'WIZ_REGION')],
  },
])
