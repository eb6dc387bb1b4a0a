import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const hetzner = defineRules('Hetzner', () => [
  {
    id: 'hetzner-cloud-api-token',
    title: 'Hetzner Cloud API token',
    severity: 'critical',
    parts: chars('alnum', 64),
    context: { words: ['hetzner', 'hcloud'], label: 'HCLOUD_TOKEN' },
    reference: 'https://docs.hetzner.com/cloud/api/getting-started/generating-api-token/',
    nearMisses: [replacing('HCLOUD_TOKEN', 'HCLOUD_REGION')],
  },
])
