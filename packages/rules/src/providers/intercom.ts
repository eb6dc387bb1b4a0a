import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const intercom = defineRules('Intercom', () => [
  {
    id: 'intercom-access-token',
    title: 'Intercom access token',
    severity: 'high',
    parts: ['dG9rO', chars('base64', 52, 55, '=')],
    reference: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication',
    nearMisses: [replacing('dG9r', 'dG9x')],
  },
])
