import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const visualCrossing = defineRules('Visual Crossing', () => [
  {
    id: 'visual-crossing-api-key',
    title: 'Visual Crossing API key',
    severity: 'low',
    parts: chars('upperAlnum', 25),
    context: { words: ['visualcrossing', 'visual_crossing'], label: 'VISUALCROSSING_API_KEY' },
    reference: 'https://www.visualcrossing.com/resources/documentation/weather-api/',
    nearMisses: [replacing('VISUALCROSSING_API_KEY', 'VISUALCROSSING_VERSION')],
  },
])
