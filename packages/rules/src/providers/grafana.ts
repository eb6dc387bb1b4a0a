import { checksums } from '@tacet/core'
import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars, check, optional } from '../parts.ts'

export const grafana = defineRules('Grafana', () => [
  {
    id: 'grafana-service-account-token',
    title: 'Grafana service account token',
    severity: 'high',
    parts: ['glsa_', chars('alnum', 32), '_', check(chars('hex', 8))],
    checksum: checksums.grafana,
    reference: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    revoke: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
    nearMisses: [replacing('glsa_', 'glsb_')],
  },
  {
    id: 'grafana-cloud-token',
    title: 'Grafana Cloud access policy token',
    severity: 'high',
    parts: ['glc_eyJ', chars('base64', 60, 400), optional('='), optional('=')],
    reference:
      'https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/',
    nearMisses: [replacing('glc_', 'gld_')],
  },
  {
    id: 'grafana-api-key',
    title: 'Grafana API key (legacy)',
    severity: 'high',
    parts: ['eyJrIjoi', chars('base64', 60, 400), optional('='), optional('=')],
    reference: 'https://grafana.com/docs/grafana/latest/administration/api-keys/',
    nearMisses: [replacing('eyJrIjoi', 'eyJpZCI6')],
  },
])
