import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const netlify = defineRules('Netlify', [
  {
    id: 'netlify-token',
    title: 'Netlify personal access token',
    severity: 'high',
    parts: ['nfp_', chars('alnum', 36, 36, '_')],
    reference: 'https://docs.netlify.com/api/get-started/',
    revoke: 'https://app.netlify.com/user/applications',
    nearMisses: [replacing('nfp_', 'nfx_')],
  },
])
