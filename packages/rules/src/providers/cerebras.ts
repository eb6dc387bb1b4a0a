import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cerebras = defineRules('Cerebras', () => [
  {
    id: 'cerebras-api-key',
    title: 'Cerebras API key',
    severity: 'high',
    parts: ['csk-', chars('lowerAlnum', 48)],
    reference: 'https://inference-docs.cerebras.ai/',
    nearMisses: [replacing('csk-', 'csx-')],
  },
])
