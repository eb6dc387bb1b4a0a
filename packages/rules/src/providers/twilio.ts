import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const twilio = defineRules('Twilio', [
  {
    id: 'twilio-auth-token',
    title: 'Twilio auth token or API key secret',
    severity: 'critical',
    parts: chars('alnum', 32),
    context: { words: ['twilio'], label: 'TWILIO_AUTH_TOKEN' },
    reference: 'https://www.twilio.com/docs/iam/access-tokens',
    revoke: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    nearMisses: [replacing('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT')],
  },
  {
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    severity: 'low',
    parts: ['SK', chars('hex', 32)],
    context: { words: ['twilio'] },
    reference: 'https://www.twilio.com/docs/iam/api-keys',
    nearMisses: [replacing('=SK', '=SX')],
  },
])
