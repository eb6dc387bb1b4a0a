import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret } from '../parts.ts'

export const otpauth = defineRules('OATH', () => [
  {
    id: 'otpauth-seed-url',
    title: 'One-time password seed URL',
    severity: 'high',
    parts: [
      'otpauth://',
      oneOf('totp/', 'hotp/'),
      chars('alnum', 1, 200, '%:@.?&=_+-'),
      'secret=',
      secret(chars('base32', 16, 128)),
    ],
    reference: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
    nearMisses: [replacing('otpauth:', 'otpinfo:')],
  },
])
