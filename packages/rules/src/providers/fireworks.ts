import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const fireworks = defineRules('Fireworks AI', () => [
  {
    id: 'fireworks-api-key',
    title: 'Fireworks AI API key',
    severity: 'high',
    parts: ['fw_', chars('alnum', 22, 24)],
    // A name is written in one case.
    never: /^(?:[a-z]+|[A-Z]+)$/,
    reference: 'https://docs.fireworks.ai/',
    revoke: 'https://fireworks.ai/account/api-keys',
    nearMisses: [replacing('fw_', 'fv_')],
  },
])
