import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const stitchdata = defineRules('Stitch', () => [
  {
    id: 'stitchdata-api-key',
    title: 'Stitch API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 35, 35, '_'),
    context: { words: ['stitchdata'], label: 'STITCHDATA_API_KEY' },
    nearMisses: [replacing('STITCHDATA_API_KEY', 'STITCHDATA_REGION')],
  },
])
