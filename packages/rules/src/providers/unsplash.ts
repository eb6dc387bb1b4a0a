import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const unsplash = defineRules('Unsplash', () => [
  {
    id: 'unsplash-secret-key',
    title: 'Unsplash access or secret key',
    severity: 'low',
    parts: chars('base64url', 43),
    context: { words: ['unsplash'], label: 'UNSPLASH_SECRET_KEY' },
    reference: 'https://unsplash.com/documentation',
    nearMisses: [replacing('UNSPLASH_SECRET_KEY', 'UNSPLASH_VERSION')],
  },
])
