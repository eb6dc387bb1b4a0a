import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const voyage = defineRules('Voyage AI', () => [
  {
    id: 'voyage-api-key',
    title: 'Voyage AI API key',
    severity: 'high',
    parts: ['pa-', chars('base64url', 43)],
    // Names have no digits.
    never: /^\D*$/,
    reference: 'https://docs.voyageai.com/docs/api-key-and-installation',
    nearMisses: [replacing('pa-', 'px-')],
  },
])
