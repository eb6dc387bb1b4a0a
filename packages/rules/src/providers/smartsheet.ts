import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const smartsheet = defineRules('Smartsheet', () => [
  {
    id: 'smartsheet-access-token',
    title: 'Smartsheet access token',
    severity: 'high',
    parts: chars('alnum', 37),
    context: { words: ['smartsheet'], label: 'SMARTSHEET_ACCESS_TOKEN' },
    reference: 'https://developers.smartsheet.com/',
    nearMisses: [replacing('SMARTSHEET_ACCESS_TOKEN', 'SMARTSHEET_REGION')],
  },
])
