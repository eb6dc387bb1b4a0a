import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const pulumi = defineRules('Pulumi', () => [
  {
    id: 'pulumi-access-token',
    title: 'Pulumi access token',
    severity: 'critical',
    parts: ['pul-', chars('hex', 40)],
    reference: 'https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/',
    revoke: 'https://app.pulumi.com/account/tokens',
    nearMisses: [replacing('pul-', 'puk-')],
  },
])
