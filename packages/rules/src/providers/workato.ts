import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const workato = defineRules('Workato', () => [
  {
    id: 'workato-api-token',
    title: 'Workato developer API token',
    severity: 'high',
    parts: [
      oneOf('wrka-', 'wrkaus-', 'wrkaeu-', 'wrkajp-', 'wrkasg-', 'wrkaau-'),
      'eyJ',
      chars('base64url', 90, 600, '.'),
    ],
    reference: 'https://docs.workato.com/workato-api.html',
    nearMisses: [replacing('wrka', 'wrkx')],
  },
])
