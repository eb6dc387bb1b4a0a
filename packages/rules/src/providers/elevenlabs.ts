import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const elevenlabs = defineRules('ElevenLabs', () => [
  {
    id: 'elevenlabs-api-key',
    title: 'ElevenLabs API key',
    severity: 'high',
    parts: ['sk_', chars('hex', 48)],
    reference: 'https://elevenlabs.io/docs/api-reference/authentication',
    nearMisses: [replacing('sk_', 'ak_')],
  },
])
