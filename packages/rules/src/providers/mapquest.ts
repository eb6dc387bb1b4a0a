import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mapquest = defineRules('MapQuest', () => [
  {
    id: 'mapquest-api-key',
    title: 'MapQuest API key',
    severity: 'low',
    parts: chars('alnum', 32),
    context: { words: ['mapquest'], label: 'MAPQUEST_API_KEY' },
    reference: 'https://developer.mapquest.com/documentation/',
    nearMisses: [replacing('MAPQUEST_API_KEY', 'MAPQUEST_REGION')],
  },
])
