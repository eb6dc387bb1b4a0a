import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { anyOf, chars, optional } from '../parts.ts'

export const asana = defineRules('Asana', () => [
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
  {
    id: 'asana-client-secret',
    title: 'Asana OAuth client secret',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['asana_client', 'asana_secret', 'asanaclient'], label: 'ASANA_CLIENT_SECRET' },
    reference: 'https://developers.asana.com/docs/oauth',
    nearMisses: [replacing('ASANA_CLIENT_SECRET', 'ASANA_BUILD_ID')],
  },
])
