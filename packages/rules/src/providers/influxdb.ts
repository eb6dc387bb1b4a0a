import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const influxdb = defineRules('InfluxDB', () => [
  {
    id: 'influxdb-api-token',
    title: 'InfluxDB API token',
    severity: 'high',
    parts: [chars('base64url', 86), '=='],
    context: { words: ['influx'], label: 'INFLUX_TOKEN' },
    reference: 'https://docs.influxdata.com/influxdb/cloud/admin/tokens/',
    nearMisses: [replacing('INFLUX_TOKEN', 'INFLUX_VERSION')],
  },
])
