import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pixabay = defineRules('Pixabay', () => [
  {
    id: 'pixabay-api-key',
    title: 'Pixabay API key',
    severity: 'low',
    parts: [chars('digits', 7, 8), '-', chars('hex', 25)],
    context: { words: ['pixabay'], label: 'PIXABAY_API_KEY' },
    reference: 'https://pixabay.com/api/docs/',
    nearMisses: [replacing('PIXABAY_API_KEY', 'PIXABAY_VERSION')],
  },
])
