import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const databento = defineRules('Databento', () => [
  {
    id: 'databento-api-key',
    title: 'Databento API key',
    severity: 'medium',
    parts: ['db-', chars('alnum', 29)],
    context: { words: ['databento'] },
    reference: 'https://databento.com/docs',
    nearMisses: [replacing('=db-', '=dx-')],
  },
])
