import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const centralstationcrm = defineRules('CentralStationCRM', () => [
  {
    id: 'centralstationcrm-api-key',
    title: 'CentralStationCRM API key',
    severity: 'medium',
    parts: chars('lowerAlnum', 30),
    context: { words: ['centralstationcrm'], label: 'CENTRALSTATIONCRM_API_KEY' },
    nearMisses: [replacing('CENTRALSTATIONCRM_API_KEY', 'CENTRALSTATIONCRM_REGION')],
  },
])
