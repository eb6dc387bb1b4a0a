import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const duo = defineRules('Duo', () => [
  {
    id: 'duo-integration-secret',
    title: 'Duo integration secret key',
    severity: 'critical',
    parts: chars('alnum', 40),
    context: {
      words: ['duo_secret', 'duo_skey', 'duosecurity', 'duo_client', 'duo_api'],
      label: 'DUO_SECRET_KEY',
    },
    reference: 'https://duo.com/docs/',
    nearMisses: [replacing('DUO_SECRET_KEY', 'DUO_REGION')],
  },
])
