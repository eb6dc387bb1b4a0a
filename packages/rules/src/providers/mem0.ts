import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const mem0 = defineRules('Mem0', () => [
  {
    id: 'mem0-api-key',
    title: 'Mem0 API key',
    severity: 'medium',
    parts: ['m0-', chars('alnum', 40)],
    reference: 'https://docs.mem0.ai/platform/quickstart',
    nearMisses: [replacing('m0-', 'm1-')],
  },
])
