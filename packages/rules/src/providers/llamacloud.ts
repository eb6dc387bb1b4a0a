import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const llamacloud = defineRules('LlamaCloud', () => [
  {
    id: 'llamacloud-api-key',
    title: 'LlamaCloud API key',
    severity: 'high',
    parts: ['llx-', chars('alnum', 48)],
    reference: 'https://docs.cloud.llamaindex.ai/',
    nearMisses: [replacing('llx-', 'lly-')],
  },
])
