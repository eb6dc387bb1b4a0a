import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const meraki = defineRules('Cisco Meraki', () => [
  {
    id: 'meraki-dashboard-api-key',
    title: 'Cisco Meraki Dashboard API key',
    severity: 'critical',
    parts: chars('hex', 40),
    context: { words: ['meraki'], label: 'MERAKI_DASHBOARD_API_KEY' },
    reference: 'https://developer.cisco.com/meraki/api-v1/authorization/',
    nearMisses: [replacing('MERAKI_DASHBOARD_API_KEY', 'MERAKI_COMMIT')],
  },
])
