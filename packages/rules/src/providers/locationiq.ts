import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const locationiq = defineRules('LocationIQ', () => [
  {
    id: 'locationiq-access-token',
    title: 'LocationIQ access token',
    severity: 'low',
    parts: ['pk.', chars('hex', 32)],
    reference: 'https://docs.locationiq.com/',
    nearMisses: [replacing('pk.', 'px.')],
  },
])
