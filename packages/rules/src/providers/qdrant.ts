import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, uuid } from '../parts.ts'

export const qdrant = defineRules('Qdrant', () => [
  {
    id: 'qdrant-management-key',
    title: 'Qdrant Cloud management key',
    severity: 'high',
    parts: [uuid, '|', chars('base64url', 56)],
    context: { words: ['qdrant'], label: 'QDRANT_API_KEY' },
    reference: 'https://qdrant.tech/documentation/cloud/authentication/',
    nearMisses: [replacing('QDRANT_API_KEY', 'QDRANT_VERSION')],
  },
])
