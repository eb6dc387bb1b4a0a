import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const jumpcloud = defineRules('JumpCloud', () => [
  {
    id: 'jumpcloud-api-key',
    title: 'JumpCloud API key',
    severity: 'critical',
    parts: ['jca_', chars('alnum', 36)],
    reference: 'https://jumpcloud.com/support/jumpcloud-apis1',
    nearMisses: [replacing('jca_', 'jcx_')],
  },
  {
    id: 'jumpcloud-legacy-api-key',
    title: 'JumpCloud API key (old form)',
    severity: 'critical',
    parts: chars('alnum', 40),
    context: { words: ['jumpcloud'], label: 'JUMPCLOUD_API_KEY' },
    reference: 'https://jumpcloud.com/support/jumpcloud-apis1',
    nearMisses: [replacing('JUMPCLOUD_API_KEY', 'JUMPCLOUD_COMMIT')],
  },
])
