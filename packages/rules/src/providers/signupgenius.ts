import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const signupgenius = defineRules('SignUpGenius', () => [
  {
    id: 'signupgenius-api-key',
    title: 'SignUpGenius API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['signupgenius'], label: 'SIGNUPGENIUS_API_KEY' },
    nearMisses: [replacing('SIGNUPGENIUS_API_KEY', 'SIGNUPGENIUS_REGION')],
  },
])
