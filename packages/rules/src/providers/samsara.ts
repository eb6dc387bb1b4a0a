import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const samsara = defineRules('Samsara', () => [
  {
    id: 'samsara-api-token',
    title: 'Samsara API token',
    severity: 'high',
    parts: ['samsara_api_', chars('alnum', 26, 32)],
    reference: 'https://developers.samsara.com/docs/authentication',
    nearMisses: [replacing('_api_', '_app_')],
  },
])
