import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, optional } from '../parts.ts'

export const databricks = defineRules('Databricks', () => [
  {
    id: 'databricks-token',
    title: 'Databricks personal access token',
    severity: 'critical',
    parts: ['dapi', chars('hex', 32), optional('-', chars('digits', 1))],
    reference: 'https://docs.databricks.com/en/dev-tools/auth/pat.html',
    nearMisses: [replacing('dapi', 'dopi')],
  },
  {
    id: 'databricks-oauth-secret',
    title: 'Databricks OAuth secret',
    severity: 'critical',
    parts: ['dose', chars('hex', 32)],
    reference: 'https://docs.databricks.com/en/dev-tools/auth/oauth-m2m.html',
    nearMisses: [replacing('dose', 'dosx')],
  },
])
