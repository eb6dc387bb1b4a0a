import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const worldweather = defineRules('World Weather Online', () => [
  {
    id: 'worldweather-api-key',
    title: 'World Weather Online API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 31),
    context: { words: ['worldweather'], label: 'WORLDWEATHER_API_KEY' },
    nearMisses: [replacing('WORLDWEATHER_API_KEY', 'WORLDWEATHER_REGION')],
  },
])
