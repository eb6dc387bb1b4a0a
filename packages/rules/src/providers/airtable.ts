import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const airtable = defineRules('Airtable', [
  {
    id: 'airtable-access-token',
    title: 'Airtable personal access token',
    severity: 'high',
    parts: ['pat', chars('alnum', 14), '.', chars('hex', 64)],
    context: { words: ['airtable'] },
    reference: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    revoke: 'https://airtable.com/create/tokens',
    nearMisses: [replacing('=pat', '=pot')],
  },
])
