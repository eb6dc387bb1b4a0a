import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const kolide = defineRules('Kolide', () => [
  {
    id: 'kolide-api-key',
    title: 'Kolide API key',
    severity: 'high',
    parts: ['k2sk_v1_', chars('alnum', 24, 64)],
    reference: 'https://kolideapi.readme.io/',
    nearMisses: [replacing('k2sk_', 'k2pk_')],
  },
])
