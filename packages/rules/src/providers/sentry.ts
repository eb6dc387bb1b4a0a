import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf, optional } from '../parts.ts'

export const sentry = defineRules('Sentry', () => [
  {
    id: 'sentry-organization-token',
    title: 'Sentry organization auth token',
    severity: 'high',
    parts: ['sntrys_eyJ', chars('base64', 60, 400), optional('='), optional('='), '_', chars('base64', 43)],
    reference: 'https://docs.sentry.io/account/auth-tokens/',
    nearMisses: [replacing('sntrys_', 'sntryx_')],
  },
  {
    id: 'sentry-user-token',
    title: 'Sentry user or integration token',
    severity: 'high',
    parts: [oneOf('sntryu_', 'sntryi_', 'sntrya_'), chars('hex', 64)],
    reference: 'https://docs.sentry.io/account/auth-tokens/',
    nearMisses: [(token) => token.replace('sntry', 'sntrx')],
  },
  {
    id: 'sentry-legacy-token',
    title: 'Sentry auth token (older form)',
    severity: 'high',
    parts: chars('hex', 64),
    context: { words: ['sentry'], label: 'SENTRY_AUTH_TOKEN' },
    reference: 'https://docs.sentry.io/account/auth-tokens/',
    nearMisses: [replacing('SENTRY_AUTH_TOKEN', 'SENTRY_RELEASE')],
  },
])
