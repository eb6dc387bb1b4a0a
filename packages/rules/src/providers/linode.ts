import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const linode = defineRules('Linode', () => [
  {
    id: 'linode-token',
    title: 'Linode personal access token',
    severity: 'critical',
    parts: chars('hex', 64),
    context: { words: ['linode'], label: 'LINODE_TOKEN' },
    reference: 'https://techdocs.akamai.com/linode-api/reference/get-started',
    revoke: 'https://cloud.linode.com/profile/tokens',
    nearMisses: [replacing('LINODE_TOKEN', 'LINODE_IMAGE_DIGEST')],
  },
])
