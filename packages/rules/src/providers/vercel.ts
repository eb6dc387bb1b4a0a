import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check, oneOf } from '../parts.ts'

export const vercel = defineRules('Vercel', () => [
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
  {
    id: 'vercel-blob-token',
    title: 'Vercel Blob read-write token',
    severity: 'critical',
    parts: ['vercel_blob_rw_', chars('alnum', 16), '_', chars('alnum', 30, 32)],
    reference: 'https://vercel.com/docs/vercel-blob',
    nearMisses: [replacing('_rw_', '_ro_')],
  },
])
