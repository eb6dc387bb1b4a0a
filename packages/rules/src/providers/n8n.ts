import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const n8n = defineRules('n8n', () => [
  {
    id: 'n8n-api-key',
    title: 'n8n API key',
    severity: 'high',
    parts: ['n8n_api_', chars('alnum', 40, 200)],
    reference: 'https://docs.n8n.io/api/authentication/',
    nearMisses: [replacing('n8n_api_', 'n8n_app_')],
  },
])
