import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const octopus = defineRules('Octopus Deploy', () => [
  {
    id: 'octopus-api-key',
    title: 'Octopus Deploy API key',
    severity: 'high',
    parts: ['API-', chars('upperAlnum', 26, 34)],
    reference: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
    nearMisses: [replacing('API-', 'APX-')],
  },
])
