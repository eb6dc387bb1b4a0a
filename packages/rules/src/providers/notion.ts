import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const notion = defineRules('Notion', () => [
  {
    id: 'notion-integration-token',
    title: 'Notion integration token',
    severity: 'high',
    parts: ['ntn_', chars('digits', 9, 11), chars('alnum', 35, 37)],
    reference: 'https://developers.notion.com/docs/authorization',
    revoke: 'https://www.notion.so/profile/integrations',
    nearMisses: [replacing('ntn_', 'ntx_')],
  },
  {
    id: 'notion-legacy-integration-token',
    title: 'Notion integration token (old form)',
    severity: 'high',
    parts: ['secret_', chars('alnum', 43)],
    reference: 'https://developers.notion.com/docs/authorization',
    revoke: 'https://www.notion.so/profile/integrations',
    nearMisses: [replacing('secret_', 'secretx_')],
  },
  {
    id: 'notion-refresh-token',
    title: 'Notion OAuth refresh token',
    severity: 'high',
    parts: ['nrt_', chars('alnum', 40, 55, '_')],
    reference: 'https://developers.notion.com/docs/authorization',
    nearMisses: [replacing('nrt_', 'nxt_')],
  },
])
