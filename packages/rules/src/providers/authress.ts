import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const authress = defineRules('Authress', () => [
  {
    id: 'authress-access-key',
    title: 'Authress service client access key',
    severity: 'critical',
    parts: [
      oneOf('sc_', 'ext_', 'scauth_', 'authress_'),
      chars('lowerAlnum', 5, 30),
      '.',
      chars('lowerAlnum', 4, 6),
      oneOf('.acc_', '.acc-'),
      chars('lowerAlnum', 10, 32, '-'),
      '.',
      chars('base64', 30, 120, '_-'),
    ],
    reference: 'https://authress.io/knowledge-base/',
    nearMisses: [(key) => key.replace('.acc', '.acx')],
  },
])
