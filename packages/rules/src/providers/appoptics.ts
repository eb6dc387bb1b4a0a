import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const appoptics = defineRules('AppOptics', () => [
  {
    id: 'appoptics-api-key',
    title: 'AppOptics API key',
    severity: 'medium',
    parts: chars('base64url', 71),
    context: { words: ['appoptics'], label: 'APPOPTICS_API_KEY' },
    nearMisses: [replacing('APPOPTICS_API_KEY', 'APPOPTICS_REGION')],
  },
])
