import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const glassnode = defineRules('Glassnode', () => [
  {
    id: 'glassnode-api-key',
    title: 'Glassnode API key',
    severity: 'medium',
    parts: chars('alnum', 27),
    context: { words: ['glassnode'], label: 'GLASSNODE_API_KEY' },
    nearMisses: [replacing('GLASSNODE_API_KEY', 'GLASSNODE_REGION')],
  },
])
