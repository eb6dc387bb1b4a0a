import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const buddyns = defineRules('BuddyNS', () => [
  {
    id: 'buddyns-api-key',
    title: 'BuddyNS API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 40),
    context: { words: ['buddyns'], label: 'BUDDYNS_API_KEY' },
    nearMisses: [replacing('BUDDYNS_API_KEY', 'BUDDYNS_REGION')],
  },
])
