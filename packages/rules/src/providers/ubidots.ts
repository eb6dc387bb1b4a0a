import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const ubidots = defineRules('Ubidots', () => [
  {
    id: 'ubidots-token',
    title: 'Ubidots token',
    severity: 'medium',
    parts: [oneOf('BBFF-', 'BBUS-'), chars('alnum', 30)],
    reference: 'https://docs.ubidots.com/',
    nearMisses: [(token) => token.replace('BB', 'BX')],
  },
])
