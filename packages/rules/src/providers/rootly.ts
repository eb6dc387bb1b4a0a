import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const rootly = defineRules('Rootly', () => [
  {
    id: 'rootly-api-key',
    title: 'Rootly API key',
    severity: 'high',
    parts: ['rootly_', chars('hex', 64)],
    reference: 'https://docs.rootly.com/',
    nearMisses: [replacing('rootly_', 'rooted_')],
  },
])
