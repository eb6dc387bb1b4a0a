import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, oneOf } from '../parts.ts'

export const pagerduty = defineRules('PagerDuty', () => [
  {
    id: 'pagerduty-api-key',
    title: 'PagerDuty API key',
    severity: 'high',
    parts: oneOf(['u+', chars('base64url', 18)], chars('base64url', 20)),
    context: { words: ['pagerduty'], label: 'PAGERDUTY_API_KEY' },
    reference: 'https://support.pagerduty.com/docs/api-access-keys',
    revoke: 'https://support.pagerduty.com/docs/api-access-keys',
    nearMisses: [replacing('PAGERDUTY_API_KEY', 'PAGERDUTY_SERVICE')],
  },
  {
    id: 'pagerduty-integration-key',
    title: 'PagerDuty integration key',
    severity: 'medium',
    parts: chars('hex', 32),
    context: { words: ['pagerduty'], label: 'PAGERDUTY_ROUTING_KEY' },
    reference: 'https://developer.pagerduty.com/docs/events-api-v2/overview/',
    nearMisses: [replacing('PAGERDUTY_ROUTING_KEY', 'PAGERDUTY_INCIDENT')],
  },
])
