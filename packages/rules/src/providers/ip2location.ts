import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ip2location = defineRules('IP2Location', () => [
  {
    id: 'ip2location-api-key',
    title: 'IP2Location API key',
    severity: 'low',
    parts: chars('upperAlnum', 32),
    context: { words: ['ip2location'], label: 'IP2LOCATION_API_KEY' },
    reference: 'https://www.ip2location.io/ip2location-documentation',
    nearMisses: [replacing('IP2LOCATION_API_KEY', 'IP2LOCATION_VERSION')],
  },
])
