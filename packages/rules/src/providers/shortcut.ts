import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const shortcut = defineRules('Shortcut', () => [
  {
    id: 'shortcut-api-token',
    title: 'Shortcut API token',
    severity: 'high',
    parts: uuid,
    context: {
      words: ['shortcut_api', 'shortcut_token', 'shortcut-api', 'shortcut.com', 'clubhouse'],
      label: 'SHORTCUT_API_TOKEN',
    },
    reference: 'https://developer.shortcut.com/api/rest/v3',
    nearMisses: [replacing('SHORTCUT_API_TOKEN', 'SHORTCUT_TRACE_ID')],
  },
])
