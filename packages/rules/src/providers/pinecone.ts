import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pinecone = defineRules('Pinecone', () => [
  {
    id: 'pinecone-api-key',
    title: 'Pinecone API key',
    severity: 'high',
    parts: ['pcsk_', chars('alnum', 5, 6), '_', chars('alnum', 63)],
    reference: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
    revoke: 'https://app.pinecone.io/',
    nearMisses: [replacing('pcsk_', 'pcpk_')],
  },
])
