import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ynab = defineRules('YNAB', () => [
  {
    id: 'ynab-access-token',
    title: 'YNAB personal access token',
    severity: 'high',
    parts: chars('base64url', 43, 64),
    context: { words: ['ynab', 'youneedabudget'], label: 'YNAB_ACCESS_TOKEN' },
    reference: 'https://api.ynab.com/',
    nearMisses: [replacing('YNAB_ACCESS_TOKEN', 'YNAB_VERSION')],
  },
])
