import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const uploadcare = defineRules('Uploadcare', () => [
  {
    id: 'uploadcare-secret-key',
    title: 'Uploadcare secret key',
    severity: 'medium',
    parts: chars('hex', 20),
    context: {
      words: ['uploadcare_secret', 'uploadcare_private', 'uploadcaresecret', 'uploadcare-secret'],
      label: 'UPLOADCARE_SECRET_KEY',
    },
    reference: 'https://uploadcare.com/docs/',
    nearMisses: [replacing('UPLOADCARE_SECRET_KEY', 'UPLOADCARE_VERSION')],
  },
])
