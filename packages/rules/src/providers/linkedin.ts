import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const linkedin = defineRules('LinkedIn', () => [
  {
    id: 'linkedin-client-secret',
    title: 'LinkedIn client secret',
    severity: 'high',
    parts: ['WPL_AP1.', chars('alnum', 16), '.', chars('base64', 6), '=='],
    reference: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    revoke: 'https://www.linkedin.com/developers/apps',
    nearMisses: [replacing('WPL_AP1.', 'WPL_AP9.')],
  },
  {
    id: 'linkedin-legacy-client-secret',
    title: 'LinkedIn client secret (old form)',
    severity: 'high',
    parts: chars('alnum', 16),
    context: { words: ['linkedin'], label: 'LINKEDIN_CLIENT_SECRET' },
    reference: 'https://learn.microsoft.com/linkedin/shared/authentication/authentication',
    nearMisses: [replacing('LINKEDIN_CLIENT_SECRET', 'LINKEDIN_COMPANY')],
  },
])
