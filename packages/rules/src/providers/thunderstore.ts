import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const thunderstore = defineRules('Thunderstore', () => [
  {
    id: 'thunderstore-service-account-token',
    title: 'Thunderstore service account token',
    severity: 'high',
    parts: ['tss_', chars('base64url', 20, 80)],
    context: { words: ['thunderstore'] },
    reference: 'https://thunderstore.io/api/docs/',
    nearMisses: [replacing('=tss_', '=txs_')],
  },
])
