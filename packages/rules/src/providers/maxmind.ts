import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const maxmind = defineRules('MaxMind', () => [
  {
    id: 'maxmind-license-key',
    title: 'MaxMind licence key',
    severity: 'medium',
    parts: [chars('alnum', 6), '_', chars('alnum', 29), '_mmk'],
    reference: 'https://dev.maxmind.com/license-keys/',
    revoke: 'https://www.maxmind.com/en/accounts/current/license-key',
    nearMisses: [replacing('_mmk', '_mmx')],
  },
])
