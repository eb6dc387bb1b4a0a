import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const typesense = defineRules('Typesense', () => [
  {
    id: 'typesense-admin-key',
    title: 'Typesense admin API key',
    severity: 'high',
    parts: chars('alnum', 32, 48),
    context: {
      words: ['typesense_admin', 'typesense_api', 'typesense-api', 'typesense_key'],
      label: 'TYPESENSE_API_KEY',
    },
    reference: 'https://typesense.org/docs/',
    nearMisses: [replacing('TYPESENSE_API_KEY', 'TYPESENSE_REGION')],
  },
])
