import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const bugsnag = defineRules('BugSnag', () => [
  {
    id: 'bugsnag-auth-token',
    title: 'BugSnag personal auth token',
    severity: 'medium',
    parts: uuid,
    context: { words: ['bugsnag'], label: 'BUGSNAG_AUTH_TOKEN' },
    reference: 'https://docs.bugsnag.com/',
    nearMisses: [replacing('BUGSNAG_AUTH_TOKEN', 'BUGSNAG_TRACE_ID')],
  },
])
