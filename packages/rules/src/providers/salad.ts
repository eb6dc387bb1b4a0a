import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const salad = defineRules('Salad', () => [
  {
    id: 'salad-cloud-api-key',
    title: 'Salad Cloud API key',
    severity: 'medium',
    parts: ['salad_cloud_', chars('alnum', 20, 240, '_')],
    reference: 'https://docs.salad.com/',
    nearMisses: [replacing('salad_cloud_', 'salad_clown_')],
  },
])
