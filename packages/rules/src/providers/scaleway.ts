import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const scaleway = defineRules('Scaleway', () => [
  {
    id: 'scaleway-secret-key',
    title: 'Scaleway secret key',
    severity: 'critical',
    parts: uuid,
    context: { words: ['scaleway', 'scw_'], label: 'SCW_SECRET_KEY' },
    reference: 'https://www.scaleway.com/en/docs/iam/concepts/',
    nearMisses: [replacing('SCW_SECRET_KEY', 'SCW_TRACE_ID')],
  },
])
