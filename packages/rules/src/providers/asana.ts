import { defineRules } from '../define-rule.ts'
import { anyOf, chars, optional } from '../parts.ts'

export const asana = defineRules('Asana', [
  {
    id: 'asana-access-token',
    title: 'Asana personal access token',
    severity: 'high',
    parts: [
      anyOf('012'),
      '/',
      chars('digits', 15, 17),
      optional('/', chars('digits', 15, 17)),
      ':',
      chars('hex', 32),
    ],
    context: { words: ['asana'] },
    reference: 'https://developers.asana.com/docs/personal-access-token',
    revoke: 'https://app.asana.com/0/my-apps',
    nearMisses: [(text) => text.replace(/=\d/, '=7')],
  },
])
