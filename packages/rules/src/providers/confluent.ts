import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check } from '../parts.ts'

export const confluent = defineRules('Confluent', () => [
  {
    id: 'confluent-api-secret',
    title: 'Confluent Cloud API secret',
    severity: 'critical',
    parts: ['cflt', chars('base64', 54), check(chars('base64', 6))],
    checksum: checksums.confluent,
    reference:
      'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
    nearMisses: [replacing('cflt', 'cfxt')],
  },
  {
    id: 'confluent-legacy-api-secret',
    title: 'Confluent Cloud API secret (old form)',
    severity: 'critical',
    parts: chars('base64', 64),
    context: { words: ['confluent'], label: 'CONFLUENT_API_SECRET' },
    reference: 'https://docs.confluent.io/',
    nearMisses: [replacing('CONFLUENT_API_SECRET', 'CONFLUENT_BUNDLE_DIGEST')],
  },
])
