import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { chars, check, oneOf } from '../parts.ts'

export const vercel = defineRules('Vercel', [
  {
    id: 'vercel-token',
    title: 'Vercel token',
    severity: 'critical',
    parts: [oneOf('vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'), chars('base64url', 50), check(chars('base62', 6))],
    checksum: checksums.vercel,
    reference: 'https://vercel.com/changelog/new-token-formats-and-secret-scanning',
    revoke: 'https://vercel.com/account/settings/tokens',
    nearMisses: [(token) => token.replace('_', '.')],
  },
])
