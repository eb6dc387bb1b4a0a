import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const readme = defineRules('ReadMe', () => [
  {
    id: 'readme-api-key',
    title: 'ReadMe API key',
    severity: 'medium',
    parts: ['rdme_', chars('lowerAlnum', 70)],
    reference: 'https://docs.readme.com/',
    nearMisses: [replacing('rdme_', 'rdmx_')],
  },
])
