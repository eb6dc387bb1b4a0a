import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const algolia = defineRules('Algolia', () => [
  {
    id: 'algolia-admin-key',
    title: 'Algolia admin API key',
    severity: 'high',
    // Search-only keys look the same and are public: the name has to say more.
    parts: chars('hex', 32),
    context: {
      words: ['algolia_admin', 'algolia-admin', 'algoliaadmin', 'algolia_write', 'algolia_secret'],
      label: 'ALGOLIA_ADMIN_KEY',
    },
    reference: 'https://www.algolia.com/doc/guides/security/api-keys/',
    nearMisses: [replacing('ALGOLIA_ADMIN_KEY', 'ALGOLIA_SEARCH_KEY')],
  },
])
