import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const svix = defineRules('Svix', () => [
  {
    id: 'svix-api-token',
    title: 'Svix API token',
    severity: 'high',
    parts: [oneOf('testsk_', 'sk_'), chars('base64url', 28, 64), oneOf('.eu', '.us', '.in', '.ca', '.au')],
    reference: 'https://docs.svix.com/quickstart',
    nearMisses: [(token) => token.replace(/\.\w\w$/, '.xx')],
  },
])
