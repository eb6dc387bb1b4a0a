import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pipedrive = defineRules('Pipedrive', () => [
  {
    id: 'pipedrive-api-token',
    title: 'Pipedrive API token',
    severity: 'high',
    parts: chars('alnum', 40),
    context: { words: ['pipedrive'], label: 'PIPEDRIVE_API_TOKEN' },
    reference: 'https://pipedrive.readme.io/docs/core-api-concepts-authentication',
    nearMisses: [replacing('PIPEDRIVE_API_TOKEN', 'PIPEDRIVE_REGION')],
  },
])
