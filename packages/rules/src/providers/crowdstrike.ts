import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const crowdstrike = defineRules('CrowdStrike', () => [
  {
    id: 'crowdstrike-client-secret',
    title: 'CrowdStrike API client secret',
    severity: 'critical',
    parts: chars('alnum', 40),
    context: { words: ['crowdstrike', 'falcon_client', 'falcon_secret'], label: 'FALCON_CLIENT_SECRET' },
    reference: 'https://developer.crowdstrike.com/',
    nearMisses: [replacing('FALCON_CLIENT_SECRET', 'FALCON_REGION')],
  },
])
