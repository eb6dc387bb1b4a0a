import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const zendesk = defineRules('Zendesk', () => [
  {
    id: 'zendesk-api-token',
    title: 'Zendesk API token',
    severity: 'high',
    parts: chars('alnum', 40),
    context: { words: ['zendesk'], label: 'ZENDESK_API_TOKEN' },
    reference: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    nearMisses: [replacing('ZENDESK_API_TOKEN', 'ZENDESK_REGION')],
  },
])
