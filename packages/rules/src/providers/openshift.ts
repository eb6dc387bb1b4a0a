import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const openshift = defineRules('OpenShift', () => [
  {
    id: 'openshift-token',
    title: 'OpenShift user token',
    severity: 'critical',
    parts: ['sha256~', chars('base64url', 43)],
    reference: 'https://docs.redhat.com/en/documentation/openshift_container_platform/',
    nearMisses: [replacing('sha256~', 'sha256-')],
  },
])
