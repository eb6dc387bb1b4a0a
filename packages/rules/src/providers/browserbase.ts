import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const browserbase = defineRules('Browserbase', () => [
  {
    id: 'browserbase-api-key',
    title: 'Browserbase API key',
    severity: 'medium',
    parts: ['bb_live_', chars('base64url', 27)],
    reference: 'https://docs.browserbase.com/reference/api/overview',
    nearMisses: [replacing('bb_live_', 'bb_life_')],
  },
  {
    id: 'browserbase-test-key',
    title: 'Browserbase test key',
    severity: 'low',
    parts: ['bb_test_', chars('base64url', 27)],
    nearMisses: [replacing('bb_test_', 'bb_tent_')],
  },
])
