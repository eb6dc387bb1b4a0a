import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fleetbase = defineRules('Fleetbase', () => [
  {
    id: 'fleetbase-api-key',
    title: 'Fleetbase API key',
    severity: 'medium',
    parts: ['flb_live_', chars('alnum', 20, 64)],
    reference: 'https://docs.fleetbase.io/',
    nearMisses: [replacing('flb_live_', 'flb_life_')],
  },
  {
    id: 'fleetbase-test-key',
    title: 'Fleetbase test key',
    severity: 'low',
    parts: ['flb_test_', chars('alnum', 20, 64)],
    nearMisses: [replacing('_test_', '_tent_')],
  },
])
