import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const signalfx = defineRules('Splunk Observability', () => [
  {
    id: 'signalfx-access-token',
    title: 'Splunk Observability access token',
    severity: 'high',
    parts: chars('base64url', 22),
    context: {
      words: ['signalfx', 'sfx_', 'splunk_access', 'splunk_observability', 'sf-token'],
      label: 'SIGNALFX_ACCESS_TOKEN',
    },
    reference: 'https://dev.splunk.com/observability/docs/apibasics/authentication_basics/',
    nearMisses: [replacing('SIGNALFX_ACCESS_TOKEN', 'SIGNALFX_VERSION')],
  },
])
