import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const lob = defineRules('Lob', () => [
  {
    id: 'lob-secret-key',
    title: 'Lob secret key',
    severity: 'high',
    parts: [oneOf('live_', 'test_'), chars('hex', 35)],
    reference: 'https://docs.lob.com/',
    nearMisses: [(key) => key.replace(/live|test/, 'life')],
  },
])
