import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const todoist = defineRules('Todoist', () => [
  {
    id: 'todoist-api-token',
    title: 'Todoist API token',
    severity: 'medium',
    parts: chars('hex', 40),
    context: { words: ['todoist'], label: 'TODOIST_API_TOKEN' },
    reference: 'https://developer.todoist.com/',
    nearMisses: [replacing('TODOIST_API_TOKEN', 'TODOIST_COMMIT')],
  },
])
