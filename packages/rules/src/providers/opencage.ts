import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const opencage = defineRules('OpenCage', () => [
  {
    id: 'opencage-api-key',
    title: 'OpenCage API key',
    severity: 'low',
    parts: chars('lowerAlnum', 32),
    context: { words: ['opencage'], label: 'OPENCAGE_API_KEY' },
    reference: 'https://opencagedata.com/api',
    nearMisses: [replacing('OPENCAGE_API_KEY', 'OPENCAGE_VERSION')],
  },
])
