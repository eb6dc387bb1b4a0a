import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const vonage = defineRules('Vonage', () => [
  {
    id: 'vonage-api-secret',
    title: 'Vonage (Nexmo) API secret',
    severity: 'high',
    parts: chars('alnum', 16),
    context: { words: ['vonage', 'nexmo'], label: 'VONAGE_API_SECRET' },
    reference: 'https://developer.vonage.com/en/account/secret-management',
    nearMisses: [replacing('VONAGE_API_SECRET', 'VONAGE_REGION')],
  },
])
