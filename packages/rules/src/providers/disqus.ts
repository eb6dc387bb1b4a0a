import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const disqus = defineRules('Disqus', () => [
  {
    id: 'disqus-api-secret',
    title: 'Disqus API secret',
    severity: 'medium',
    parts: chars('alnum', 64),
    context: { words: ['disqus'], label: 'DISQUS_API_SECRET' },
    reference: 'https://disqus.com/api/docs/',
    nearMisses: [replacing('DISQUS_API_SECRET', 'DISQUS_REGION')],
  },
])
