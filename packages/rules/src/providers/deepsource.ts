import { defineRules } from '../define-rule.ts'
import { replacing } from '../near-misses.ts'
import { chars } from '../parts.ts'

export const deepsource = defineRules('DeepSource', () => [
  {
    id: 'deepsource-token',
    title: 'DeepSource personal access token',
    severity: 'high',
    parts: ['dsp_', chars('hex', 40)],
    reference: 'https://docs.deepsource.com/docs/developers/api',
    nearMisses: [replacing('dsp_', 'dsx_')],
  },
])
