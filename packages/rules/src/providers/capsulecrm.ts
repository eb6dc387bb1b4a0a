import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const capsulecrm = defineRules('Capsule CRM', () => [
  {
    id: 'capsulecrm-api-key',
    title: 'Capsule CRM API key',
    severity: 'medium',
    parts: chars('alnum', 64, 64, '+-.=_'),
    context: { words: ['capsulecrm'], label: 'CAPSULECRM_API_KEY' },
    nearMisses: [replacing('CAPSULECRM_API_KEY', 'CAPSULECRM_REGION')],
  },
])
