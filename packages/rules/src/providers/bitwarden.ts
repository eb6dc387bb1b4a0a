import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const bitwarden = defineRules('Bitwarden', () => [
  {
    id: 'bitwarden-access-token',
    title: 'Bitwarden Secrets Manager access token',
    severity: 'critical',
    parts: ['0.', uuid, '.', chars('alnum', 30), ':', chars('base64', 22), '=='],
    context: { words: ['bitwarden', 'bws_access'] },
    reference: 'https://bitwarden.com/help/access-tokens/',
    nearMisses: [replacing('=0.', '=1.')],
  },
])
