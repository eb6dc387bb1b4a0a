import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const anyscale = defineRules('Anyscale', () => [
  {
    id: 'anyscale-api-key',
    title: 'Anyscale API key',
    severity: 'high',
    parts: [oneOf('esecret_', 'aph0_'), chars('alnum', 24, 64)],
    reference: 'https://docs.anyscale.com/administration/security/api-keys',
    nearMisses: [(token) => token.replace('esecret_', 'esocket_').replace('aph0_', 'aph1_')],
  },
])
