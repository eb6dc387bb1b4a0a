import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const polygonIo = defineRules('Polygon.io', () => [
  {
    id: 'polygon-io-api-key',
    title: 'Polygon.io API key',
    severity: 'medium',
    parts: chars('base64url', 32),
    context: { words: ['polygon.io', 'polygon_io', 'polygonio', 'polygon_api'], label: 'POLYGON_API_KEY' },
    reference: 'https://polygon.io/docs',
    nearMisses: [replacing('POLYGON_API_KEY', 'POLYGON_VERSION')],
  },
])
