import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const upstage = defineRules('Upstage', () => [
  {
    id: 'upstage-api-key',
    title: 'Upstage API key',
    severity: 'high',
    parts: ['up_', chars('alnum', 29, 50)],
    // A name is written in one case.
    never: /^(?:[a-z]+|[A-Z]+)$/,
    reference: 'https://console.upstage.ai/docs',
    nearMisses: [replacing('up_', 'ux_')],
  },
])
