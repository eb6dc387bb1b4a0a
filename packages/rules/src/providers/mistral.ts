import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mistral = defineRules('Mistral', () => [
  {
    id: 'mistral-api-key',
    title: 'Mistral API key',
    severity: 'high',
    parts: chars('alnum', 32),
    context: { words: ['mistral'], label: 'MISTRAL_API_KEY' },
    reference: 'https://docs.mistral.ai/api/',
    revoke: 'https://console.mistral.ai/api-keys/',
    nearMisses: [replacing('MISTRAL_API_KEY', 'MISTRAL_MODEL')],
  },
])
