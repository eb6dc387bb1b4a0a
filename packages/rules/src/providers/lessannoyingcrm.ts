import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const lessannoyingcrm = defineRules('Less Annoying CRM', () => [
  {
    id: 'lessannoyingcrm-api-key',
    title: 'Less Annoying CRM API key',
    severity: 'medium',
    parts: chars('alnum', 57, 57, '-'),
    context: { words: ['lessannoyingcrm'], label: 'LESSANNOYINGCRM_API_KEY' },
    nearMisses: [replacing('LESSANNOYINGCRM_API_KEY', 'LESSANNOYINGCRM_REGION')],
  },
])
