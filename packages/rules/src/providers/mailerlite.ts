import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mailerlite = defineRules('MailerLite', () => [
  {
    id: 'mailerlite-api-key',
    title: 'MailerLite Classic API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 32),
    context: { words: ['mailerlite'], label: 'MAILERLITE_API_KEY' },
    reference: 'https://developers-classic.mailerlite.com/',
    nearMisses: [replacing('MAILERLITE_API_KEY', 'MAILERLITE_VERSION')],
  },
])
