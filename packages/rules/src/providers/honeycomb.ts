import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const honeycomb = defineRules('Honeycomb', () => [
  {
    id: 'honeycomb-ingest-key',
    title: 'Honeycomb ingest key',
    severity: 'medium',
    parts: [oneOf('hcaik_', 'hcbik_', 'hccik_', 'hcxik_'), chars('lowerAlnum', 58)],
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    nearMisses: [(key) => key.replace('ik_', 'lk_')],
  },
  {
    id: 'honeycomb-management-key',
    title: 'Honeycomb management key',
    severity: 'high',
    parts: [oneOf('hcamk_', 'hcxmk_'), chars('lowerAlnum', 26), optional(':', chars('alnum', 32))],
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    nearMisses: [(key) => key.replace('mk_', 'lk_')],
  },
  {
    id: 'honeycomb-api-key',
    title: 'Honeycomb API key',
    severity: 'medium',
    parts: oneOf(chars('alnum', 22), chars('hex', 32)),
    context: { words: ['honeycomb'], label: 'HONEYCOMB_API_KEY' },
    reference: 'https://docs.honeycomb.io/configure/environments/manage-api-keys/',
    nearMisses: [replacing('HONEYCOMB_API_KEY', 'HONEYCOMB_DATASET')],
  },
])
