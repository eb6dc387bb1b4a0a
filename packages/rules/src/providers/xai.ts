import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const xai = defineRules('xAI', () => [
  {
    id: 'xai-api-key',
    title: 'xAI API key',
    severity: 'high',
    parts: ['xai-', chars('base64url', 70, 120)],
    reference: 'https://docs.x.ai/docs/overview',
    revoke: 'https://console.x.ai/',
    nearMisses: [replacing('xai-', 'xbi-')],
  },
])
