import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const chartmogul = defineRules('ChartMogul', () => [
  {
    id: 'chartmogul-api-key',
    title: 'ChartMogul API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['chartmogul'], label: 'CHARTMOGUL_API_KEY' },
    nearMisses: [replacing('CHARTMOGUL_API_KEY', 'CHARTMOGUL_REGION')],
  },
])
