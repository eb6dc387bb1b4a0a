import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const coderabbit = defineRules('CodeRabbit', () => [
  {
    id: 'coderabbit-api-key',
    title: 'CodeRabbit API key',
    severity: 'high',
    parts: ['cr-', chars('hex', 58)],
    reference: 'https://docs.coderabbit.ai/',
    nearMisses: [replacing('cr-', 'cq-')],
  },
])
