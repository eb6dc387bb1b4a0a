import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const airtable = defineRules('Airtable', () => [
  {
    id: 'airtable-access-token',
    title: 'Airtable personal access token',
    severity: 'high',
    parts: ['pat', chars('alnum', 14), '.', chars('hex', 64)],
    // What it begins with is in every path and pattern.
    context: { words: ['airtable'] },
    reference: 'https://airtable.com/developers/web/guides/personal-access-tokens',
    revoke: 'https://airtable.com/create/tokens',
    nearMisses: [replacing('=pat', '=pot')],
  },
  {
    id: 'airtable-oauth-token',
    title: 'Airtable OAuth token',
    severity: 'high',
    parts: ['oaa', chars('alnum', 14), '.v1.', chars('base64url', 60, 400), '.', chars('hex', 32, 80)],
    reference: 'https://airtable.com/developers/web/api/oauth-reference',
    nearMisses: [replacing('.v1.', '.v7.')],
  },
])
