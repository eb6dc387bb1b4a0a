import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ipqualityscore = defineRules('IPQualityScore', () => [
  {
    id: 'ipqualityscore-api-key',
    title: 'IPQualityScore API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['ipqualityscore'], label: 'IPQUALITYSCORE_API_KEY' },
    nearMisses: [replacing('IPQUALITYSCORE_API_KEY', 'IPQUALITYSCORE_REGION')],
  },
])
