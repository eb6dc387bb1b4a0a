import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const wakatime = defineRules('WakaTime', () => [
  {
    id: 'wakatime-api-key',
    title: 'WakaTime API key',
    severity: 'low',
    parts: ['waka_', uuid],
    reference: 'https://wakatime.com/developers',
    nearMisses: [replacing('waka_', 'waxa_')],
  },
])
