import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const statsig = defineRules('Statsig', () => [
  {
    id: 'statsig-server-secret',
    title: 'Statsig server secret key',
    severity: 'high',
    parts: ['secret-', chars('alnum', 40, 50)],
    // Names have no digits.
    never: /^\D*$/,
    reference: 'https://docs.statsig.com/sdk-keys/api-keys',
    nearMisses: [replacing('secret-', 'client-')],
  },
])
