import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, secret, slash } from '../parts.ts'

export const zapier = defineRules('Zapier', () => [
  {
    id: 'zapier-webhook-url',
    title: 'Zapier webhook URL',
    severity: 'low',
    parts: [
      'hooks.zapier.com',
      slash,
      'hooks',
      slash,
      'catch',
      slash,
      secret(oneOf([chars('digits', 4, 10), slash, chars('lowerAlnum', 6, 8)], chars('alnum', 14, 20))),
    ],
    reference: 'https://zapier.com/help/create/code-webhooks/trigger-zaps-from-webhooks',
    nearMisses: [replacing('zapier.com', 'zapier.net')],
  },
])
