import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const supabase = defineRules('Supabase', () => [
  {
    id: 'supabase-access-token',
    title: 'Supabase personal access token',
    severity: 'critical',
    parts: ['sbp_', optional('v0_'), chars('lowerAlnum', 40)],
    reference: 'https://supabase.com/docs/reference/api/introduction',
    revoke: 'https://supabase.com/dashboard/account/tokens',
    nearMisses: [replacing('sbp_', 'sbx_')],
  },
  {
    id: 'supabase-secret-key',
    title: 'Supabase secret API key',
    severity: 'critical',
    parts: ['sb_secret_', chars('base64url', 22), '_', chars('base64url', 8)],
    reference: 'https://supabase.com/docs/guides/api/api-keys',
    nearMisses: [replacing('sb_secret_', 'sb_publishable_')],
  },
])
