import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hasura = defineRules('Hasura', () => [
  {
    id: 'hasura-cloud-access-token',
    title: 'Hasura Cloud personal access token',
    severity: 'high',
    parts: chars('alnum', 64),
    context: { words: ['hasura'], label: 'HASURA_ACCESS_TOKEN' },
    reference: 'https://hasura.io/docs/',
    nearMisses: [replacing('HASURA_ACCESS_TOKEN', 'HASURA_REGION')],
  },
])
