import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const holidayapi = defineRules('Holiday API', () => [
  {
    id: 'holidayapi-api-key',
    title: 'Holiday API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 36, 36, '-'),
    context: { words: ['holidayapi'], label: 'HOLIDAYAPI_API_KEY' },
    nearMisses: [replacing('HOLIDAYAPI_API_KEY', 'HOLIDAYAPI_REGION')],
  },
])
