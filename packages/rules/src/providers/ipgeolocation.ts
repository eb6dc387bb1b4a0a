import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ipgeolocation = defineRules('ipgeolocation', () => [
  {
    id: 'ipgeolocation-api-key',
    title: 'ipgeolocation API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['ipgeolocation'], label: 'IPGEOLOCATION_API_KEY' },
    nearMisses: [replacing('IPGEOLOCATION_API_KEY', 'IPGEOLOCATION_REGION')],
  },
])
