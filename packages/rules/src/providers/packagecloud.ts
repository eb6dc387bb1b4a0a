import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const packagecloud = defineRules('packagecloud', () => [
  {
    id: 'packagecloud-api-token',
    title: 'packagecloud API token',
    severity: 'high',
    parts: chars('hex', 48),
    context: { words: ['packagecloud'], label: 'PACKAGECLOUD_TOKEN' },
    reference: 'https://packagecloud.io/docs/api',
    nearMisses: [replacing('PACKAGECLOUD_TOKEN', 'PACKAGECLOUD_VERSION')],
  },
])
