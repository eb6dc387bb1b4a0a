import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mandrill = defineRules('Mandrill', () => [
  {
    id: 'mandrill-api-key',
    title: 'Mandrill API key',
    severity: 'high',
    parts: ['md-', chars('base64url', 22)],
    context: { words: ['mandrill'] },
    reference: 'https://mailchimp.com/developer/transactional/',
    nearMisses: [replacing('=md-', '=mx-')],
  },
])
