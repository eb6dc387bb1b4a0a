import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const cloudsmith = defineRules('Cloudsmith', () => [
  {
    id: 'cloudsmith-api-key',
    title: 'Cloudsmith API key',
    severity: 'critical',
    parts: ['csa_', chars('hex', 30), chars('alnum', 6)],
    reference: 'https://docs.cloudsmith.com/',
    nearMisses: [replacing('csa_', 'csx_')],
  },
])
