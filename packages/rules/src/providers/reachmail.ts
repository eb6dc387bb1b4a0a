import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const reachmail = defineRules('ReachMail', () => [
  {
    id: 'reachmail-api-key',
    title: 'ReachMail API key',
    severity: 'medium',
    parts: chars('base64url', 64),
    context: { words: ['reachmail'], label: 'REACHMAIL_API_KEY' },
    nearMisses: [replacing('REACHMAIL_API_KEY', 'REACHMAIL_REGION')],
  },
])
