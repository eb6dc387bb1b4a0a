import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const abuseipdb = defineRules('AbuseIPDB', () => [
  {
    id: 'abuseipdb-api-key',
    title: 'AbuseIPDB API key',
    severity: 'low',
    parts: chars('hex', 80),
    context: { words: ['abuseipdb'], label: 'ABUSEIPDB_API_KEY' },
    reference: 'https://docs.abuseipdb.com/',
    nearMisses: [replacing('ABUSEIPDB_API_KEY', 'ABUSEIPDB_VERSION')],
  },
])
