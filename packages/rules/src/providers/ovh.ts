import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const ovh = defineRules('OVHcloud', () => [
  {
    id: 'ovh-application-secret',
    title: 'OVHcloud application secret or consumer key',
    severity: 'critical',
    parts: chars('alnum', 32),
    context: { words: ['ovh'], label: 'OVH_APPLICATION_SECRET' },
    reference: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    nearMisses: [replacing('OVH_APPLICATION_SECRET', 'OVH_REGION')],
  },
])
