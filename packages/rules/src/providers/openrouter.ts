import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const openrouter = defineRules('OpenRouter', () => [
  {
    id: 'openrouter-api-key',
    title: 'OpenRouter API key',
    severity: 'high',
    parts: ['sk-or-v1-', chars('hex', 64)],
    reference: 'https://openrouter.ai/docs/api-reference/authentication',
    revoke: 'https://openrouter.ai/settings/keys',
    nearMisses: [replacing('sk-or-v1-', 'sk-or-v0-')],
  },
])
