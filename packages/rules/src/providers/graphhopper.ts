import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const graphhopper = defineRules('GraphHopper', () => [
  {
    id: 'graphhopper-api-key',
    title: 'GraphHopper API key',
    severity: 'low',
    parts: uuid,
    context: { words: ['graphhopper'], label: 'GRAPHHOPPER_API_KEY' },
    reference: 'https://docs.graphhopper.com/',
    nearMisses: [replacing('GRAPHHOPPER_API_KEY', 'GRAPHHOPPER_TRACE_ID')],
  },
])
