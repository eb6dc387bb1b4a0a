import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const aikido = defineRules('Aikido', () => [
  {
    id: 'aikido-ci-token',
    title: 'Aikido CI token',
    severity: 'medium',
    parts: ['AIK_CI_', chars('alnum', 20, 44)],
    reference: 'https://help.aikido.dev/',
    nearMisses: [replacing('AIK_CI_', 'AIX_CI_')],
  },
  {
    id: 'aikido-client-secret',
    title: 'Aikido API client secret',
    severity: 'high',
    parts: ['AIK_SECRET_', chars('alnum', 64)],
    reference: 'https://apidocs.aikido.dev/',
    nearMisses: [replacing('AIK_SECRET_', 'AIK_CLIENT_')],
  },
])
