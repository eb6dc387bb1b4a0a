import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, secret, slash } from '../parts.ts'

export const tines = defineRules('Tines', () => [
  {
    id: 'tines-webhook-url',
    title: 'Tines webhook URL',
    severity: 'medium',
    parts: [
      'https:',
      slash,
      slash,
      chars('alnum', 1, 40, '-'),
      '.tines.com',
      slash,
      'webhook',
      slash,
      secret(chars('lowerAlnum', 32), slash, chars('lowerAlnum', 32)),
    ],
    reference: 'https://www.tines.com/docs/actions/types/webhook/',
    nearMisses: [replacing('tines.com', 'tines.net')],
  },
])
