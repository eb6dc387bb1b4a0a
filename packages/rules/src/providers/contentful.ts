import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const contentful = defineRules('Contentful', () => [
  {
    id: 'contentful-management-token',
    title: 'Contentful personal access token',
    severity: 'high',
    parts: ['CFPAT-', chars('base64url', 43)],
    reference: 'https://www.contentful.com/developers/docs/references/authentication/',
    revoke: 'https://app.contentful.com/account/profile/cma_tokens',
    nearMisses: [replacing('CFPAT-', 'CFPXT-')],
  },
])
