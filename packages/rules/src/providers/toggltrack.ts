import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const toggltrack = defineRules('Toggl Track', () => [
  {
    id: 'toggltrack-api-key',
    title: 'Toggl Track API key',
    severity: 'medium',
    parts: chars('alnum', 32),
    context: { words: ['toggltrack'], label: 'TOGGLTRACK_API_KEY' },
    nearMisses: [replacing('TOGGLTRACK_API_KEY', 'TOGGLTRACK_REGION')],
  },
])
