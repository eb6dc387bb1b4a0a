import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const upcloud = defineRules('UpCloud', () => [
  {
    id: 'upcloud-api-token',
    title: 'UpCloud API token',
    severity: 'critical',
    parts: ['ucat_', chars('alnum', 24, 32)],
    reference: 'https://developers.upcloud.com/',
    nearMisses: [replacing('ucat_', 'ucet_')],
  },
])
