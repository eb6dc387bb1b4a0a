import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const coze = defineRules('Coze', () => [
  {
    id: 'coze-access-token',
    title: 'Coze personal access token',
    severity: 'high',
    parts: ['pat_', chars('alnum', 64)],
    reference: 'https://www.coze.com/docs/developer_guides/pat',
    nearMisses: [replacing('pat_', 'pax_')],
  },
])
