import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const perplexity = defineRules('Perplexity', () => [
  {
    id: 'perplexity-api-key',
    title: 'Perplexity API key',
    severity: 'high',
    parts: ['pplx-', chars('alnum', 40, 64)],
    reference: 'https://docs.perplexity.ai/',
    revoke: 'https://www.perplexity.ai/settings/api',
    nearMisses: [replacing('pplx-', 'ppl-')],
  },
])
