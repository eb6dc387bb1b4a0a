import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const netlify = defineRules('Netlify', () => [
  {
    id: 'netlify-token',
    title: 'Netlify personal access token',
    severity: 'high',
    parts: ['nfp_', chars('alnum', 36, 36, '_')],
    reference: 'https://docs.netlify.com/api/get-started/',
    revoke: 'https://app.netlify.com/user/applications',
    nearMisses: [replacing('nfp_', 'nfx_')],
  },
  {
    id: 'netlify-legacy-token',
    title: 'Netlify access token (older form)',
    severity: 'high',
    parts: chars('base64url', 40, 46),
    context: { words: ['netlify'], label: 'NETLIFY_AUTH_TOKEN' },
    reference: 'https://docs.netlify.com/api/get-started/#authentication',
    nearMisses: [replacing('NETLIFY_AUTH_TOKEN', 'NETLIFY_REGION')],
  },
])
