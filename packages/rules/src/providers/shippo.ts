import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const shippo = defineRules('Shippo', () => [
  {
    id: 'shippo-api-token',
    title: 'Shippo API token',
    severity: 'high',
    parts: ['shippo_live_', chars('anyHex', 40)],
    reference: 'https://docs.goshippo.com/',
    nearMisses: [replacing('_live_', '_life_')],
  },
  {
    id: 'shippo-test-token',
    title: 'Shippo test token',
    severity: 'low',
    parts: ['shippo_test_', chars('anyHex', 40)],
    nearMisses: [replacing('_test_', '_tent_')],
  },
])
