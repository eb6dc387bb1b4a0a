import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const spacelift = defineRules('Spacelift', () => [
  {
    id: 'spacelift-api-key-secret',
    title: 'Spacelift API key secret',
    severity: 'high',
    parts: chars('hex', 64),
    context: { words: ['spacelift'], label: 'SPACELIFT_API_KEY_SECRET' },
    reference: 'https://docs.spacelift.io/integrations/api',
    nearMisses: [replacing('SPACELIFT_API_KEY_SECRET', 'SPACELIFT_VERSION')],
  },
])
