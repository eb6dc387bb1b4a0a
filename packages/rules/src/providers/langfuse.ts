import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const langfuse = defineRules('Langfuse', () => [
  {
    id: 'langfuse-secret-key',
    title: 'Langfuse secret key',
    severity: 'high',
    parts: ['sk-lf-', uuid],
    reference: 'https://langfuse.com/docs/api',
    nearMisses: [replacing('sk-lf-', 'pk-lf-')],
  },
])
