import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, uuid } from '../parts.ts'

export const statuspage = defineRules('Statuspage', () => [
  {
    id: 'statuspage-api-key',
    title: 'Statuspage API key',
    severity: 'medium',
    parts: [oneOf(uuid, chars('hex', 64))],
    context: { words: ['statuspage'], label: 'STATUSPAGE_API_KEY' },
    reference: 'https://developer.statuspage.io/',
    nearMisses: [replacing('STATUSPAGE_API_KEY', 'STATUSPAGE_VERSION')],
  },
])
