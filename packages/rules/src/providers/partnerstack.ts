import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const partnerstack = defineRules('PartnerStack', () => [
  {
    id: 'partnerstack-api-key',
    title: 'PartnerStack API key',
    severity: 'high',
    parts: chars('alnum', 64),
    context: { words: ['partnerstack'], label: 'PARTNERSTACK_API_KEY' },
    reference: 'https://docs.partnerstack.com/',
    nearMisses: [replacing('PARTNERSTACK_API_KEY', 'PARTNERSTACK_REGION')],
  },
])
