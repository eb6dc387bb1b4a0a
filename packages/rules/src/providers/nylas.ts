import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const nylas = defineRules('Nylas', () => [
  {
    id: 'nylas-api-key',
    title: 'Nylas API key',
    severity: 'high',
    parts: ['nyk_v0_', chars('alnum', 60, 68)],
    reference: 'https://developer.nylas.com/docs/v3/auth/',
    nearMisses: [replacing('nyk_', 'nyx_')],
  },
])
