import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const tableau = defineRules('Tableau', () => [
  {
    id: 'tableau-access-token',
    title: 'Tableau personal access token',
    severity: 'high',
    parts: [chars('base64', 22), '==:', chars('alnum', 32)],
    reference: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
    nearMisses: [replacing('==:', '==*')],
  },
])
