import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rebrandly = defineRules('Rebrandly', () => [
  {
    id: 'rebrandly-api-key',
    title: 'Rebrandly API key',
    severity: 'medium',
    parts: chars('alnum', 32, 32, '_'),
    context: { words: ['rebrandly'], label: 'REBRANDLY_API_KEY' },
    reference: 'https://developers.rebrandly.com/',
    nearMisses: [replacing('REBRANDLY_API_KEY', 'REBRANDLY_REGION')],
  },
])
