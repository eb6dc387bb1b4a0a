import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const valTown = defineRules('Val Town', () => [
  {
    id: 'val-town-api-token',
    title: 'Val Town API token',
    severity: 'high',
    parts: ['vtwn_', chars('base64url', 20, 80)],
    reference: 'https://docs.val.town/api/authentication/',
    nearMisses: [replacing('vtwn_', 'vtwx_')],
  },
])
