import { defineRules } from '../define-rule.ts'
import { chars, oneOf } from '../parts.ts'

export const dbt = defineRules('dbt Cloud', () => [
  {
    id: 'dbt-cloud-token',
    title: 'dbt Cloud service or personal token',
    severity: 'high',
    parts: [oneOf('dbtc_', 'dbtu_'), chars('base64url', 40, 48)],
    reference: 'https://docs.getdbt.com/docs/dbt-cloud-apis/authentication',
    nearMisses: [(token) => token.replace('dbt', 'dbx')],
  },
])
