import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const sumologic = defineRules('Sumo Logic', () => [
  {
    id: 'sumo-logic-access-key',
    title: 'Sumo Logic access key',
    severity: 'high',
    parts: chars('alnum', 64),
    context: {
      words: ['sumologic', 'sumo_logic', 'sumo_access', 'sumo-logic', 'sumo_key'],
      label: 'SUMOLOGIC_ACCESS_KEY',
    },
    reference: 'https://help.sumologic.com/docs/manage/security/access-keys/',
    nearMisses: [replacing('SUMOLOGIC_ACCESS_KEY', 'SUMOLOGIC_REGION')],
  },
])
