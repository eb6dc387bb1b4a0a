import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const prismic = defineRules('Prismic', () => [
  {
    id: 'prismic-access-token',
    title: 'Prismic permanent access token',
    severity: 'medium',
    parts: ['MC5', chars('base64url', 60, 120, '.')],
    context: { words: ['prismic'] },
    reference: 'https://prismic.io/docs',
    nearMisses: [replacing('=MC5', '=MX5')],
  },
])
