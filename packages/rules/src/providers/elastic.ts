import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const elastic = defineRules('Elastic', () => [
  {
    id: 'elastic-cloud-api-key',
    title: 'Elastic Cloud API key',
    severity: 'critical',
    parts: ['essu_', chars('base64', 60, 202, '-_'), optional('='), optional('=')],
    reference: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
    nearMisses: [replacing('essu_', 'esso_')],
  },
])
