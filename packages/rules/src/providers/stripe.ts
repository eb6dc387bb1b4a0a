import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

const reference = 'https://docs.stripe.com/keys'
const revoke = 'https://dashboard.stripe.com/apikeys'

// `key_` in base64.
const ofWorkOs = /^a2V5Xz/

export const stripe = defineRules('Stripe', () => [
  {
    id: 'stripe-secret-key',
    title: 'Stripe secret or restricted key',
    severity: 'critical',
    parts: [oneOf('sk', 'rk'), '_live_', chars('alnum', 16, 247)],
    never: ofWorkOs,
    reference,
    revoke,
    // A publishable key is made to be shown.
    nearMisses: [(key) => `pk${key.slice(2)}`],
  },
  {
    id: 'stripe-test-key',
    title: 'Stripe secret or restricted key (test mode)',
    severity: 'low',
    parts: [oneOf('sk', 'rk'), '_test_', chars('alnum', 16, 247)],
    never: ofWorkOs,
    reference,
    revoke,
    nearMisses: [(key) => `pk${key.slice(2)}`],
  },
  {
    id: 'stripe-organization-key',
    title: 'Stripe organization key',
    severity: 'critical',
    parts: ['sk_org_', optional(oneOf('live_', 'test_')), chars('alnum', 24, 247)],
    reference,
    revoke,
    nearMisses: [replacing('sk_org_', 'pk_org_')],
  },
  {
    id: 'stripe-webhook-secret',
    title: 'Stripe or Standard Webhooks signing secret',
    severity: 'medium',
    parts: ['whsec_', chars('base64', 32, 64), optional('='), optional('=')],
    reference: 'https://docs.stripe.com/webhooks',
    revoke: 'https://dashboard.stripe.com/webhooks',
    nearMisses: [replacing('whsec_', 'whsig_')],
  },
])
