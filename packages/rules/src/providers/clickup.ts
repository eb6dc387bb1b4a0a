import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clickup = defineRules('ClickUp', () => [
  {
    id: 'clickup-token',
    title: 'ClickUp personal API token',
    severity: 'high',
    parts: ['pk_', chars('digits', 6, 9), '_', chars('upperAlnum', 32)],
    reference: 'https://developer.clickup.com/docs/authentication',
    revoke: 'https://app.clickup.com/settings/apps',
    nearMisses: [replacing('pk_', 'pq_')],
  },
])
