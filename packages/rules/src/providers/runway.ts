import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const runway = defineRules('Runway', () => [
  {
    id: 'runway-api-key',
    title: 'Runway API key',
    severity: 'high',
    parts: ['key_', chars('anyHex', 128)],
    reference: 'https://docs.dev.runwayml.com/',
    nearMisses: [replacing('key_', 'kex_')],
  },
])
