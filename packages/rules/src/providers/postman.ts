import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const postman = defineRules('Postman', () => [
  {
    id: 'postman-api-key',
    title: 'Postman API key',
    severity: 'high',
    parts: ['PMAK-', chars('hex', 24), '-', chars('hex', 34)],
    reference: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    revoke: 'https://go.postman.co/settings/me/api-keys',
    nearMisses: [replacing('PMAK-', 'PMAX-')],
  },
  {
    id: 'postman-collection-key',
    title: 'Postman collection access key',
    severity: 'medium',
    parts: ['PMAT-', chars('upperAlnum', 26)],
    reference: 'https://learning.postman.com/docs/developer/postman-api/authentication/',
    nearMisses: [replacing('PMAT-', 'PMAX-')],
  },
])
