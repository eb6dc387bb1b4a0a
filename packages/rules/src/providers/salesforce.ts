import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const salesforce = defineRules('Salesforce', [
  {
    id: 'salesforce-session-token',
    title: 'Salesforce session or access token',
    severity: 'critical',
    parts: ['00D', chars('alnum', 12, 15), '!', chars('alnum', 80, 260, '._')],
    context: { words: ['salesforce', 'sfdc', 'force.com', 'access_token', 'sessionid'] },
    reference: 'https://developer.salesforce.com/docs/',
    revoke: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm',
    nearMisses: [replacing('=00D', '=00E')],
  },
])
