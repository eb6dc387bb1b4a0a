import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const miro = defineRules('Miro', () => [
  {
    id: 'miro-access-token',
    title: 'Miro access token',
    severity: 'medium',
    parts: chars('base64url', 27, 64),
    context: {
      words: ['miro_access', 'miro_token', 'miro_oauth', 'miro.com', 'miroaccess'],
      label: 'MIRO_ACCESS_TOKEN',
    },
    reference: 'https://developers.miro.com/docs',
    nearMisses: [replacing('MIRO_ACCESS_TOKEN', 'MIRO_VERSION')],
  },
])
