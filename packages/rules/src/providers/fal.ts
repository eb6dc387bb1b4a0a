import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const fal = defineRules('fal', () => [
  {
    id: 'fal-api-key',
    title: 'fal API key',
    severity: 'high',
    parts: [uuid, ':', chars('hex', 32)],
    context: { words: ['fal_key', 'fal.ai', 'fal.run', 'fal_ai', 'fal-ai'] },
    reference: 'https://docs.fal.ai/',
    nearMisses: [replacing('FAL_KEY', 'FALL_AT')],
  },
])
