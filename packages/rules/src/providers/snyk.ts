import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const snyk = defineRules('Snyk', () => [
  {
    id: 'snyk-token',
    title: 'Snyk API token',
    severity: 'high',
    parts: uuid,
    context: { words: ['snyk'], label: 'SNYK_TOKEN' },
    reference: 'https://docs.snyk.io/snyk-api/authentication-for-api',
    revoke: 'https://app.snyk.io/account',
    nearMisses: [replacing('SNYK_TOKEN', 'SNYK_PROJECT')],
  },
])
