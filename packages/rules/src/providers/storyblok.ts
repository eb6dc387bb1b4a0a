import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const storyblok = defineRules('Storyblok', () => [
  {
    id: 'storyblok-access-token',
    title: 'Storyblok personal access token',
    severity: 'high',
    parts: [chars('alnum', 22), 'tt-', chars('digits', 6), '-', chars('base64url', 20)],
    reference: 'https://www.storyblok.com/docs/api/management',
    nearMisses: [replacing('tt-', 'tx-')],
  },
])
