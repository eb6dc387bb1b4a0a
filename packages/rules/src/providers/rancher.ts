import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rancher = defineRules('Rancher', () => [
  {
    id: 'rancher-api-token',
    title: 'Rancher API token',
    severity: 'critical',
    parts: ['token-', chars('lowerAlnum', 5), ':', chars('lowerAlnum', 54)],
    reference: 'https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys',
    nearMisses: [replacing('token-', 'tokex-')],
  },
])
