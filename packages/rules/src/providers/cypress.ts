import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { uuid } from '../parts.ts'

export const cypress = defineRules('Cypress', () => [
  {
    id: 'cypress-record-key',
    title: 'Cypress record key',
    severity: 'low',
    parts: uuid,
    context: {
      words: ['cypress_record', 'cypress-record', 'cypressrecord', 'cypress run'],
      label: 'CYPRESS_RECORD_KEY',
    },
    reference: 'https://docs.cypress.io/cloud/account-management/projects',
    nearMisses: [replacing('CYPRESS_RECORD_KEY', 'CYPRESS_TRACE_ID')],
  },
])
