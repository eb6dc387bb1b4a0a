import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const apilayer = defineRules('APILayer', () => [
  {
    id: 'apilayer-api-key',
    title: 'APILayer API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['apilayer'], label: 'APILAYER_API_KEY' },
    reference: 'https://apilayer.com/docs',
    nearMisses: [replacing('APILAYER_API_KEY', 'APILAYER_REGION')],
  },
])
