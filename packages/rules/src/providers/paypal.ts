import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const paypal = defineRules('PayPal', () => [
  {
    id: 'paypal-client-secret',
    title: 'PayPal client secret',
    severity: 'critical',
    parts: ['E', chars('base64url', 79)],
    context: { words: ['paypal'], label: 'PAYPAL_CLIENT_SECRET' },
    reference: 'https://developer.paypal.com/api/rest/authentication/',
    revoke: 'https://developer.paypal.com/dashboard/applications/live',
    nearMisses: [replacing('=E', '=A')],
  },
  {
    id: 'braintree-access-token',
    title: 'Braintree access token',
    severity: 'critical',
    parts: ['access_token$production$', chars('lowerAlnum', 16), '$', chars('hex', 32)],
    reference: 'https://developer.paypal.com/braintree/docs/',
    nearMisses: [replacing('$production$', '$development$')],
  },
  {
    id: 'braintree-sandbox-access-token',
    title: 'Braintree access token (sandbox)',
    severity: 'low',
    parts: ['access_token$sandbox$', chars('lowerAlnum', 16), '$', chars('hex', 32)],
    reference: 'https://developer.paypal.com/braintree/docs/',
    nearMisses: [replacing('$sandbox$', '$development$')],
  },
  {
    id: 'braintree-private-key',
    title: 'Braintree private key',
    severity: 'critical',
    parts: chars('hex', 32),
    context: { words: ['braintree'], label: 'BRAINTREE_PRIVATE_KEY' },
    reference: 'https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials',
    nearMisses: [replacing('BRAINTREE_PRIVATE_KEY', 'BRAINTREE_MERCHANT')],
  },
])
