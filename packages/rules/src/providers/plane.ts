import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const plane = defineRules('Plane', () => [
  {
    id: 'plane-api-token',
    title: 'Plane API token',
    severity: 'high',
    parts: ['plane_api_', chars('hex', 32)],
    reference: 'https://developers.plane.so/api-reference/introduction',
    nearMisses: [replacing('plane_api_', 'plant_api_')],
  },
])
