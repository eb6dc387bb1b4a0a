import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const teamwork = defineRules('Teamwork', () => [
  {
    id: 'teamwork-api-token',
    title: 'Teamwork API token',
    severity: 'high',
    parts: ['tkn.v1_', chars('base64', 71), '='],
    reference: 'https://apidocs.teamwork.com/',
    nearMisses: [replacing('tkn.v1_', 'tkn.v9_')],
  },
])
