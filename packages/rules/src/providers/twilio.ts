import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const twilio = defineRules('Twilio', () => [
  {
    id: 'twilio-auth-token',
    title: 'Twilio auth token or API key secret',
    severity: 'critical',
    parts: chars('alnum', 32),
    context: { words: ['twilio'], label: 'TWILIO_AUTH_TOKEN' },
    companions: ['twilio-api-key-sid'],
    reference: 'https://www.twilio.com/docs/iam/access-tokens',
    revoke: 'https://console.twilio.com/us1/account/keys-credentials/api-keys',
    nearMisses: [replacing('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT')],
  },
  {
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    severity: 'low',
    parts: [
      oneOf(
        'SK0',
        'SK1',
        'SK2',
        'SK3',
        'SK4',
        'SK5',
        'SK6',
        'SK7',
        'SK8',
        'SK9',
        'SKa',
        'SKb',
        'SKc',
        'SKd',
        'SKe',
        'SKf',
        'SKA',
        'SKB',
        'SKC',
        'SKD',
        'SKE',
        'SKF',
      ),
      chars('anyHex', 31),
    ],
    reference: 'https://www.twilio.com/docs/iam/api-keys',
    nearMisses: [replacing('SK', 'SX')],
  },
])
