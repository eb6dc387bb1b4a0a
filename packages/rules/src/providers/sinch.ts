import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sinch = defineRules('Sinch', () => [
  {
    id: 'sinch-api-token',
    title: 'Sinch API token',
    severity: 'high',
    parts: chars('hex', 32),
    context: { words: ['sinch'], label: 'SINCH_API_TOKEN' },
    reference: 'https://developers.sinch.com/',
    nearMisses: [replacing('SINCH_API_TOKEN', 'SINCH_BUILD_ID')],
  },
])
