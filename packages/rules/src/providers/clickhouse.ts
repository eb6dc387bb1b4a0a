import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const clickhouse = defineRules('ClickHouse', () => [
  {
    id: 'clickhouse-cloud-secret',
    title: 'ClickHouse Cloud API secret',
    severity: 'critical',
    parts: ['4b1d', chars('alnum', 38)],
    reference: 'https://clickhouse.com/docs/cloud/manage/openapi',
    nearMisses: [replacing('4b1d', '4b1x')],
  },
])
