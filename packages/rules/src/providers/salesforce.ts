import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const salesforce = defineRules('Salesforce', () => [
  {
    id: 'salesforce-session-token',
    title: 'Salesforce session or access token',
    severity: 'critical',
    parts: ['00D', chars('alnum', 12, 15), '!', chars('alnum', 80, 260, '._')],
    reference: 'https://developer.salesforce.com/docs/',
    revoke: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm',
    nearMisses: [replacing('00D', '00E')],
  },
  {
    id: 'salesforce-refresh-token',
    title: 'Salesforce OAuth refresh token',
    severity: 'critical',
    parts: ['5Aep861', chars('alnum', 70, 200, '._=')],
    reference: 'https://developer.salesforce.com/docs/',
    nearMisses: [replacing('5Aep861', '5Aep862')],
  },
])
